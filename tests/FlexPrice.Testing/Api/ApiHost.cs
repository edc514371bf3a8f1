using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Testing.SqlServer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlexPrice.Testing.Api;

/// <summary>The program on a database of its own. <c>Worker__Role=api</c> leaves the outbox alone, so that a test can read what was announced.</summary>
internal sealed class ApiHost : WebApplicationFactory<Program>
{
    public const string BootstrapKey = "test-bootstrap-key-of-the-operator";

    private readonly Dictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _services;
    private string? _connectionString;

    public ApiHost(Engine engine, string role = "api", Action<IServiceCollection>? services = null, TimeProvider? clock = null, params (string Key, string Value)[] settings)
        : this(engine.NewDatabase(), role, services, clock, settings)
    {
    }

    /// <summary>On a database that goes with the program.</summary>
    public ApiHost(TestDatabase database, string role = "api", Action<IServiceCollection>? services = null, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        _services = services;
        Database = database;
        _settings = new Dictionary<string, string?>(Database.Settings, StringComparer.Ordinal)
        {
            ["Bootstrap:ApiKey"] = BootstrapKey,
            ["Sample:Data"] = "false",
            ["Worker:Role"] = role,
            ["Keys:Path"] = Path.Combine(Database.Folder.FullName, "keys"),
            ["Logging:LogLevel:Default"] = "None",

            // All tests of a host come from one address, and many present keys that do not work.
            ["RateLimit:FailedAuthentications"] = "0",
            ["RateLimit:FailedAuthenticationsPerAddress"] = "0",
        };
        foreach (var (key, value) in settings)
        {
            _settings[key] = value;
        }

        ClientOptions.AllowAutoRedirect = false;
        ClientOptions.HandleCookies = false;
        Clock = clock ?? TimeProvider.System;
    }

    public TimeProvider Clock { get; }

    public TestDatabase Database { get; }

    // Behind the real server the base address has the port; with the options of the factory it would be lost.
    public ApiClient ClientFor(string? key)
    {
        var http = CreateClient();
        http.Timeout = TimeSpan.FromSeconds(60);
        return new ApiClient(http, key);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_connectionString is { } connectionString)
        {
            Database.ClearPool(connectionString);
        }

        await Database.DisposeAsync();
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        using var scope = host.Services.CreateScope();
        _connectionString = scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Database.GetConnectionString();
        return host;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(Clock);
            services.AddQueryTwins();
            _services?.Invoke(services);
        });
    }
}
