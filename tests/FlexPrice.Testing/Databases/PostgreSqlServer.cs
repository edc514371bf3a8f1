using System.Security.Cryptography;
using FlexPrice.Application;
using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure;
using FlexPrice.Testing.SqlServer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Npgsql;

namespace FlexPrice.Testing.Databases;

/// <summary>A server on which the tests make databases: the one that <c>FLEXPRICE_TEST_POSTGRESQL</c> names, or else one that lives as long as this process.</summary>
internal sealed class PostgreSqlServer
{
    /// <summary>A connection string to a server on which its user may create databases and roles.</summary>
    private const string Variable = "FLEXPRICE_TEST_POSTGRESQL";

    private static readonly Lazy<PostgreSqlServer> Started = new(() => new PostgreSqlServer(Environment.GetEnvironmentVariable(Variable) ?? PostgreSqlCluster.Start("fsync=off", "synchronous_commit=off", "full_page_writes=off").ConnectionString));

    private static readonly Lazy<string?> Lacking = new(() =>
        Environment.GetEnvironmentVariable(Variable) is not null || PostgreSqlCluster.IsInstalled ? null : $"PostgreSQL is not on this machine: install it, or name a server by {Variable}.");

    private readonly string _connectionString;
    private readonly Lazy<string> _template;
    private readonly Lazy<string> _strategy;

    static PostgreSqlServer() => SentStatements.Watch();

    /// <param name="connectionString">Of a user who may create databases.</param>
    public PostgreSqlServer(string connectionString)
    {
        _connectionString = connectionString;
        _template = new Lazy<string>(NewTemplate);
        _strategy = new Lazy<string>(QuickestStrategy);
    }

    public static PostgreSqlServer Shared => Started.Value;

    /// <summary>Null when nothing is.</summary>
    public static string? WhatIsMissing => Lacking.Value;

    public static async Task CleanUpAsync()
    {
        if (Started.IsValueCreated && Shared._template.IsValueCreated)
        {
            await Shared.DropAsync(Shared._template.Value);
        }
    }

    /// <summary>A database with the schema of the product, or one without any table.</summary>
    public PostgreSqlDatabase NewDatabase(bool isEmpty)
    {
        var name = NewName();
        Execute($"CREATE DATABASE {name} TEMPLATE {(isEmpty ? "template0" : _template.Value)}{_strategy.Value}");
        return new PostgreSqlDatabase(this, name, isEmpty);
    }

    /// <summary>The name of a database that does not exist yet. It is dropped like the others, whichever program creates it.</summary>
    public PostgreSqlDatabase NameDatabase() => new(this, NewName(), isEmpty: false);

    /// <summary>Closes the tests' own connections, which the server has ended.</summary>
    public void Reconnect()
    {
        using var connection = new NpgsqlConnection(_connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    public async Task DropAsync(string database)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {database} WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }

    // As the product writes it, so that both use one pool.
    public string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder(_connectionString) { Database = database, ApplicationName = "flexprice", MaxAutoPrepare = 200, NoResetOnClose = true }.ToString();

    private static string NewName() => $"flexprice_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    // Migrated once by the product itself; a copy takes a fraction of the time.
    private string NewTemplate()
    {
        var name = NewName();
        var keys = Directory.CreateTempSubdirectory("flexprice-template-");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "PostgreSql",
            ["ConnectionStrings:FlexPrice"] = ConnectionStringOf(name),
            ["Keys:Path"] = Path.Combine(keys.FullName, "keys"),
            ["Worker:Role"] = "api",
        }).Build();
        var services = new ServiceCollection().AddLogging().AddApplication().AddInfrastructure(configuration, new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootPath = keys.FullName }).AddQueryTwins();
        using (var provider = services.BuildServiceProvider())
        {
            using var scope = provider.CreateScope();
            scope.ServiceProvider.GetRequiredService<ISchema>().MigrateAsync(CancellationToken.None).GetAwaiter().GetResult();
        }

        keys.Delete(recursive: true);
        using var connection = new NpgsqlConnection(ConnectionStringOf(name));
        NpgsqlConnection.ClearPool(connection);
        return name;
    }

    // Copying the files takes a quarter of what a copy through the log takes, which PostgreSQL 15 brought and made the default.
    private string QuickestStrategy()
    {
        using var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        return connection.PostgreSqlVersion.Major < 15 ? "" : " STRATEGY file_copy";
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
