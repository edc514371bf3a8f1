using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Harness;

/// <summary>The program on a database file of its own. <c>Worker__Role=api</c> leaves the outbox alone, so that a test can read what was announced.</summary>
internal sealed class ApiHost : WebApplicationFactory<Program>
{
    public const string BootstrapKey = "test-bootstrap-key-of-the-operator";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flexprice-api-tests-");
    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;

    public ApiHost(string role = "api", Action<IServiceCollection>? services = null, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        _services = services;
        _settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Bootstrap:ApiKey"] = BootstrapKey,
            ["Sample:Data"] = "false",
            ["Worker:Role"] = role,
            ["Keys:Path"] = Path.Combine(_folder.FullName, "keys"),
            ["ConnectionStrings:FlexPrice"] = $"Data Source={DatabaseFile}",
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (key, value) in settings)
        {
            _settings[key] = value;
        }

        ClientOptions.AllowAutoRedirect = false;
        ClientOptions.HandleCookies = false;
        Clock = clock ?? TimeProvider.System;
        Database = new TestDatabase(DatabaseFile);
    }

    public TimeProvider Clock { get; }

    public TestDatabase Database { get; }

    private string DatabaseFile => Path.Combine(_folder.FullName, "flexprice.db");

    // Behind the real server the base address has the port; with the options of the factory it would be lost.
    public ApiClient ClientFor(string? key)
    {
        var http = CreateClient();
        http.Timeout = TimeSpan.FromSeconds(60);
        return new ApiClient(http, key);
    }

    /// <summary>Whether the database's files hold these bytes anywhere, in rows or in what is left of rows.</summary>
    public bool DatabaseFilesContain(byte[] bytes)
    {
        while (true)
        {
            try
            {
                return _folder.GetFiles("flexprice.db*").Any(file => Contains(file, bytes));
            }
            catch (FileNotFoundException)
            {
                // The last connection was closed meanwhile, and what stood in the log went into the database file: all is read once more.
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
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
            _services?.Invoke(services);
        });
    }

    private static bool Contains(FileInfo file, byte[] bytes)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray().AsSpan().IndexOf(bytes) >= 0;
    }
}
