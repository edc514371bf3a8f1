using FlexPrice.Application;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Scheduling;
using FlexPrice.Testing.SqlServer;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Infrastructure.Tests;

/// <summary>The product's services on a database, without the web.</summary>
internal sealed class Store : IAsyncDisposable
{
    public const string Key = "bootstrap-key-of-tests";

    public const string Actor = "secret_test";

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly bool _ownsDatabase;

    private AsyncServiceScope? _oneRequest;

    private Store(TestDatabase database, bool ownsDatabase, string? key, string environmentName, Action<IServiceCollection>? configure, (string Key, string Value)[] settings, DateTimeOffset? now = null)
    {
        Clock = new FakeTimeProvider(now ?? Noon);
        _ownsDatabase = ownsDatabase;
        Database = database;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(database.Settings)
        {
            ["Bootstrap:ApiKey"] = key,
            ["Keys:Path"] = Path.Combine(database.Folder.FullName, "keys"),
            ["Worker:Role"] = "api",
            ["Sample:Data"] = "false",
        }).Build();
        foreach (var (name, value) in settings)
        {
            configuration[name] = value;
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddApplication().AddInfrastructure(configuration, new HostingEnvironment { EnvironmentName = environmentName, ContentRootPath = database.Folder.FullName });
        services.AddQueryTwins();
        configure?.Invoke(services);
        Services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeTimeProvider Clock { get; }

    public ServiceProvider Services { get; }

    public EnvironmentScope Scope { get; private set; }

    public TestDatabase Database { get; }

    /// <summary>Starts on a database of its own, which goes with it.</summary>
    public static Task<Store> StartAsync(Engine engine, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings) =>
        StartAsync(engine.NewDatabase(), true, Key, "Production", configure, settings);

    /// <summary>Starts on a database that stays.</summary>
    public static Task<Store> StartAsync(TestDatabase database, string? key = Key, string environmentName = "Production", params (string Key, string Value)[] settings) =>
        StartAsync(database, false, key, environmentName, null, settings);

    /// <summary>Starts with services of the test on a database that stays.</summary>
    public static Task<Store> StartAsync(TestDatabase database, Action<IServiceCollection> configure, params (string Key, string Value)[] settings) =>
        StartAsync(database, false, Key, "Production", configure, settings);

    /// <summary>Starts at another time on a database that stays.</summary>
    public static Task<Store> StartAsync(TestDatabase database, DateTimeOffset now, string? key, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings) =>
        StartAsync(database, false, key, "Production", configure, settings, now);

    public async Task RunStartupAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDatabaseInitializer>().RunAsync(CancellationToken.None);
    }

    /// <summary>The services of one request, in the default environment.</summary>
    public AsyncServiceScope Request(string actor = Actor)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICallerSetter>().Set(Scope, actor, [Role.SuperAdmin], TenantStatus.Active, idempotencyKey: null);
        return scope;
    }

    /// <summary>Asks the product as a super_admin of the default environment.</summary>
    public async Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request, string actor = Actor)
        where TResponse : IResult<TResponse>
    {
        await using var scope = Request(actor);
        var response = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        response.Error.ShouldBeNull();
        return response;
    }

    /// <summary>Reads with the tests' own SQL.</summary>
    public IReadOnlyList<string> Read(string sql) => Database.Lines(sql);

    /// <summary>Lets time pass for the outbox. A server's clock cannot be moved, so there what waits is moved instead.</summary>
    public void Pass(TimeSpan time)
    {
        Clock.Advance(time);
        if (Database is SqliteDatabase)
        {
            return;
        }

        foreach (var row in Database.Table("SELECT sequence, due_at, leased_until FROM outbox_messages"))
        {
            Database.Execute(
                "UPDATE outbox_messages SET due_at = @due, leased_until = @until WHERE sequence = @sequence",
                ("@due", Earlier(row[1], time)),
                ("@until", Earlier(row[2], time)),
                ("@sequence", row[0]));
        }
    }

    public string ReadOne(string sql) => Read(sql).ShouldHaveSingleItem();

    /// <summary>Sends commands as the product does for a request.</summary>
    public IDispatcher Attempts => OneRequest.GetRequiredService<IDispatcher>();

    public EnvironmentSweep Sweep => OneRequest.GetRequiredService<EnvironmentSweep>();

    /// <summary>The key of the caller of <see cref="Attempts"/>.</summary>
    public CallersKey CallersKey => OneRequest.GetRequiredService<CallersKey>();

    private IServiceProvider OneRequest => (_oneRequest ??= Services.CreateAsyncScope()).ServiceProvider;

    public async ValueTask DisposeAsync()
    {
        if (_oneRequest is { } one)
        {
            await one.DisposeAsync();
        }

        // Its own pool only: other tests are at work.
        string connectionString;
        await using (var scope = Services.CreateAsyncScope())
        {
            connectionString = scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Database.GetConnectionString()!;
        }

        await Services.DisposeAsync();
        Database.ClearPool(connectionString);
        if (_ownsDatabase)
        {
            await Database.DisposeAsync();
        }
    }

    private static DateTimeOffset? Earlier(object? ticks, TimeSpan time) =>
        ticks is long { } until ? new DateTimeOffset(Math.Max(until - time.Ticks, DateTimeOffset.UnixEpoch.UtcTicks), TimeSpan.Zero) : null;

    // As the program does: migrations, default environment, operator's key.
    private static async Task<Store> StartAsync(
        TestDatabase database, bool ownsDatabase, string? key, string environmentName, Action<IServiceCollection>? configure, (string Key, string Value)[] settings, DateTimeOffset? now = null)
    {
        var store = new Store(database, ownsDatabase, key, environmentName, configure, settings, now);
        await store.RunStartupAsync();
        await using var scope = store.Services.CreateAsyncScope();
        var environment = await scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Environments.SingleAsync();
        store.Scope = new EnvironmentScope(environment.TenantId, environment.Id);
        return store;
    }
}
