using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Broker;
using FlexPrice.Infrastructure.Cascade;
using FlexPrice.Infrastructure.Clock;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Customers;
using FlexPrice.Infrastructure.Deletions;
using FlexPrice.Infrastructure.Diagnostics;
using FlexPrice.Infrastructure.Idempotency;
using FlexPrice.Infrastructure.Initialization;
using FlexPrice.Infrastructure.Integrations;
using FlexPrice.Infrastructure.Keys;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Processes;
using FlexPrice.Infrastructure.Retention;
using FlexPrice.Infrastructure.Sample;
using FlexPrice.Infrastructure.Scheduling;
using FlexPrice.Infrastructure.Subscriptions;
using FlexPrice.Infrastructure.Transactions;
using FlexPrice.Infrastructure.Usage;
using FlexPrice.Infrastructure.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlexPrice.Infrastructure;

/// <summary>Registers the infrastructure: each folder adds what is in it.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the implementation of everything that the application needs.</summary>
    /// <exception cref="ConfigurationException">The configuration is wrong.</exception>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var errors = new List<string>();
        var settings = FlexPriceSettings.Read(configuration, environment, errors);
        SettingSpelling.Check(configuration, errors);
        FolderCheck.Run(settings, errors);
        ConfigurationException.ThrowIfAny(errors);

        // Hosted services stop in the opposite order: the broker's connection must outlive the outbox, whose last messages need it.
        return services
            .AddConfiguration(settings)
            .AddDiagnostics(settings)
            .AddClock(settings.Database)
            .AddKeys(settings)
            .AddPersistence(settings.Database)
            .AddTransactions()
            .AddInitialization()
            .AddBroker(settings)
            .AddOutbox(settings)
            .AddScheduling(settings)
            .AddProcesses()
            .AddAccess()
            .AddIdempotency()
            .AddCascade()
            .AddCustomers()
            .AddSubscriptions()
            .AddUsage()
            .AddIntegrations()
            .AddDeletions()
            .AddRetention()
            .AddWebhooks()
            .AddSample();
    }
}
