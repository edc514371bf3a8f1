using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Integrations;
using FlexPrice.Application.Retention;
using FlexPrice.Application.Sample;
using FlexPrice.Application.Usage;
using FlexPrice.Application.Webhooks;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Broker;
using FlexPrice.Infrastructure.Cascade;
using FlexPrice.Infrastructure.Channels;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Customers;
using FlexPrice.Infrastructure.Deletions;
using FlexPrice.Infrastructure.Diagnostics;
using FlexPrice.Infrastructure.Idempotency;
using FlexPrice.Infrastructure.Integrations;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using FlexPrice.Infrastructure.Processes;
using FlexPrice.Infrastructure.Retention;
using FlexPrice.Infrastructure.Sample;
using FlexPrice.Infrastructure.Usage;
using FlexPrice.Infrastructure.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace FlexPrice.Infrastructure;

/// <summary>Registers the infrastructure.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the database, the outbox and everything else that the application asks for.</summary>
    /// <exception cref="ConfigurationException">The configuration is wrong.</exception>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var errors = new List<string>();
        var settings = FlexPriceSettings.Read(configuration, environment, errors);
        SettingSpelling.Check(configuration, errors);
        FolderCheck.Run(settings, errors);
        ConfigurationException.ThrowIfAny(errors);
        services.AddSingleton(settings);
        services.AddSingleton(settings.RequestLimit);
        services.AddSingleton(settings.LoadLimit);
        services.AddClock(settings.Database);
        services.AddSingleton(settings.FailureLimit);
        services.AddSingleton(settings.TrustedProxies);
        services.AddSingleton<IFailpoints>(settings.FailpointsPath is { } folder ? new FileFailpoints(folder) : new NoFailpoints());
        services.AddKeys(settings);
        services.AddPersistence(settings);
        services.AddChannels();
        services.AddBroker(settings);
        services.AddOutbox(settings);
        services.AddProcesses();
        services.AddAccess();
        services.AddOutgoingHttp();
        services.AddHttpClient<HttpWebhookSender>(client => client.Timeout = TimeSpan.FromSeconds(10));
        services.AddScoped<IWebhookSender>(scope => scope.GetRequiredService<ChannelScope>().IsUnused ? new NoWebhooks() : scope.GetRequiredService<HttpWebhookSender>());
        services.AddScoped<ISampleData, SampleData>();
        return services;
    }

    // The clock of an embedded database is the machine's.
    private static void AddClock(this IServiceCollection services, DatabaseSettings settings)
    {
        var time = new DatabaseTime(TimeProvider.System);
        services.AddSingleton(time);
        services.AddSingleton<DatabaseClock>();
        services.TryAddSingleton(settings.Provider == DatabaseProvider.Sqlite ? TimeProvider.System : time);
        services.AddHealthChecks().AddCheck<ClockHealthCheck>("clock");
        services.AddHostedService<ClockMonitor>();
    }

    private static void AddKeys(this IServiceCollection services, FlexPriceSettings settings)
    {
        var folder = new KeyFolder(settings.KeysPath);
        services.AddSingleton(folder);
        services.AddSingleton<ILookupHasher, LookupHasher>();
        services.AddSingleton<IUsageSeal, UsageSeal>();
        services.AddSingleton<IProviderEntitySeal, ProviderEntitySeal>();
        services.AddSingleton<IRecipientSeal, RecipientSeal>();
        services.AddSingleton<IDocumentSeal, DocumentSeal>();
        services.AddKeyRing(settings, folder);
    }

    private static void AddDatabase(this IServiceCollection services, DatabaseSettings settings) => _ = settings.Provider switch
    {
        DatabaseProvider.Sqlite => services.AddSqlite(settings),
        DatabaseProvider.PostgreSql => services.AddPostgreSql(settings),
        DatabaseProvider.SqlServer => services.AddSqlServer(settings),
    };

    private static void AddPersistence(this IServiceCollection services, FlexPriceSettings settings)
    {
        services.AddDatabase(settings.Database);
        services.AddSingleton<IdGenerator>();
        services.AddSingleton<IIdGenerator>(provider => provider.GetRequiredService<IdGenerator>());
        services.AddScoped<IAttempts, Attempts>();
        services.AddScoped<CommitWitness>();
        services.AddScoped<Attempt>();
        services.AddScoped<SqlRunner>();
        services.AddScoped<AddedRows>();
        services.AddScoped<StatementQueue>();
        services.AddScoped<RowLocks>();
        services.AddScoped<IRowLocks>(provider => provider.GetRequiredService<RowLocks>());
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped(typeof(IRepository<>), typeof(EfRepository<>));
        services.AddScoped(typeof(IReadRepository<>), typeof(EfRepository<>));
        services.AddScoped<ICustomerRepository, CustomerRepository>();
        services.AddScoped<IIntegrationMappingRepository, IntegrationMappingRepository>();
        services.AddScoped<IExternalIdHolders, ExternalIdHolders>();
        services.AddScoped<IUsageStore, UsageStore>();
        services.AddScoped<IDocumentStore, DocumentStore>();
        services.AddScoped<ICascadeStore, CascadeStore>();
        services.AddScoped<IFences, Fences>();
        services.AddScoped<ILeftoverSearch, LeftoverSearch>();
        services.AddScoped<IIdempotencyStore, IdempotencyStore>();
        services.AddScoped<TimedWorkTables>();
        services.AddScoped<ISchema, DatabaseSchema>();
        services.AddScoped<KeyGuard>();
        services.AddScoped<DefaultEnvironment>();
        services.AddScoped<IStartup, Startup>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");
    }

    private static void AddOutbox(this IServiceCollection services, FlexPriceSettings settings)
    {
        services.AddScoped<EnvironmentSweep>();
        services.AddTimedWork(settings.Database);
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<LanePauses>();
        services.AddSingleton<OutboxWriter>();
        services.AddSingleton<ReactionRunner>();
        services.AddSingleton<OutboxHandler>();
        services.AddScoped<OutboxQueue>();
        services.AddScoped<OutboxInspection>();
        services.AddHealthChecks().AddCheck<OutboxHealthCheck>("outbox");
        if (settings.RunsWorker)
        {
            services.AddHostedService<OutboxWorker>();
            services.AddHostedService<OutboxMonitor>();
            services.AddQuartzHostedService(options =>
            {
                options.WaitForJobsToComplete = true;
                options.AutoStart = false;
            });
        }
    }

    private static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<Caller>();
        services.AddScoped<ICallerSetter>(provider => provider.GetRequiredService<Caller>());
        services.AddScoped<ICaller>(provider => provider.GetRequiredService<Caller>());
        services.AddScoped<IApiKeyDirectory, ApiKeyDirectory>();
        services.AddScoped<IApiKeyFamilies, ApiKeyFamilies>();
        services.AddSingleton<KeyQuestions>();
        services.AddSingleton<RememberedKeys>();
        services.AddSingleton<IRememberedKeys>(provider => provider.GetRequiredService<RememberedKeys>());
        services.AddScoped<CallersKey>();
        services.AddScoped<KeyConfirmation>();
        services.AddSingleton<IApiKeySecrets, ApiKeySecrets>();
        services.AddSingleton<IDevelopmentKey, DevelopmentKey>();
        services.AddScoped<BootstrapKeys>();
        services.AddScoped<IOperatorAccess, OperatorAccess>();
    }
}
