using FlexPrice.Application;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Infrastructure.Tests;

/// <summary>The product's services on a database file of their own, without the web.</summary>
internal sealed class Store : IAsyncDisposable
{
    public const string Key = "bootstrap-key-of-tests";

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder;
    private readonly bool _ownsFolder;

    private Store(DirectoryInfo? folder, string? key, string environmentName, Action<IServiceCollection>? configure, (string Key, string Value)[] settings)
    {
        _ownsFolder = folder is null;
        _folder = folder ?? Directory.CreateTempSubdirectory("flexprice-infrastructure-tests-");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bootstrap:ApiKey"] = key,
            ["Keys:Path"] = Path.Combine(_folder.FullName, "keys"),
            ["ConnectionStrings:FlexPrice"] = ConnectionString,
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
        services.AddApplication().AddInfrastructure(configuration, new HostingEnvironment { EnvironmentName = environmentName, ContentRootPath = _folder.FullName });
        configure?.Invoke(services);
        Services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeTimeProvider Clock { get; } = new(Noon);

    public ServiceProvider Services { get; }

    public EnvironmentScope Scope { get; private set; }

    public DirectoryInfo Folder => _folder;

    public string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "flexprice.db")}";

    /// <summary>Starts as the program does: migrations, default environment, operator's key.</summary>
    public static async Task<Store> StartAsync(
        DirectoryInfo? folder = null,
        string? key = Key,
        string environmentName = "Production",
        Action<IServiceCollection>? configure = null,
        params (string Key, string Value)[] settings)
    {
        var store = new Store(folder, key, environmentName, configure, settings);
        await store.RunStartupAsync();
        await using var scope = store.Services.CreateAsyncScope();
        var environment = await scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Environments.SingleAsync();
        store.Scope = new EnvironmentScope(environment.TenantId, environment.Id);
        return store;
    }

    public async Task RunStartupAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IStartup>().RunAsync(CancellationToken.None);
    }

    /// <summary>The services of one request, in the default environment.</summary>
    public AsyncServiceScope Request()
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICallerSetter>().Become(Scope, "secret_test", [Role.SuperAdmin], TenantStatus.Active, idempotencyKey: null);
        return scope;
    }

    /// <summary>Asks the product as a super_admin of the default environment.</summary>
    public async Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request)
        where TResponse : IResult<TResponse>
    {
        await using var scope = Request();
        var response = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        response.Error.ShouldBeNull();
        return response;
    }

    /// <summary>Writes with the tests' own SQL.</summary>
    public void Write(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Every column of every row of every table as text; bytes in hexadecimal digits.</summary>
    public string Dump() => string.Join('\n', Read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").SelectMany(table =>
    {
        var columns = Read($"SELECT 'CASE typeof(\"' || name || '\") WHEN ''blob'' THEN hex(\"' || name || '\") ELSE \"' || name || '\" END' FROM pragma_table_info('{table}')");
        return Read($"SELECT {string.Join(", ", columns)} FROM \"{table}\"").Select(row => $"{table}: {row}");
    }));

    /// <summary>Whether the database's files hold these bytes anywhere, in rows or in what is left of rows.</summary>
    public bool FilesContain(byte[] bytes) => _folder.GetFiles("flexprice.db*").Any(file =>
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray().AsSpan().IndexOf(bytes) >= 0;
    });

    /// <summary>Reads with the tests' own SQL.</summary>
    public IReadOnlyList<string> Read(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "NULL" : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public string ReadOne(string sql) => Read(sql).ShouldHaveSingleItem();

    public async ValueTask DisposeAsync()
    {
        // Its own pool only: other tests are at work.
        await using (var scope = Services.CreateAsyncScope())
        {
            using var connection = new SqliteConnection(scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Database.GetConnectionString());
            SqliteConnection.ClearPool(connection);
        }

        await Services.DisposeAsync();
        if (_ownsFolder)
        {
            _folder.Delete(recursive: true);
        }
    }
}
