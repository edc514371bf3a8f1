using System.Security.Cryptography;
using FlexPrice.Application;
using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace FlexPrice.Testing.Databases;

/// <summary>A server on which the tests make databases: the one that <c>FLEXPRICE_TEST_SQLSERVER</c> names.</summary>
internal sealed class SqlServerServer
{
    /// <summary>A connection string to a server on which its user may create databases.</summary>
    public const string Variable = "FLEXPRICE_TEST_SQLSERVER";

    private static readonly Lazy<SqlServerServer> Named = new(() =>
        new SqlServerServer(Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} names no server.")));

    private readonly string _connectionString;

    private SqlServerServer(string connectionString) => _connectionString = connectionString;

    public static SqlServerServer Shared => Named.Value;

    /// <summary>A database with the schema of the product, or one without any table.</summary>
    public SqlServerDatabase NewDatabase(bool isEmpty)
    {
        var name = $"flexprice_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        if (isEmpty)
        {
            Execute(SqlServerWords.Create(name));

            // Not by the product: programs that start at once are all in it already.
            Execute(SqlServerWords.ReadVersions(name));
        }
        else
        {
            Migrate(ConnectionStringOf(name));
        }

        Execute(SqlServerWords.AllowSnapshots(name));
        return new SqlServerDatabase(this, name, isEmpty);
    }

    public async Task DropAsync(string database)
    {
        await using (var pooled = new SqlConnection(ConnectionStringOf(database)))
        {
            SqlConnection.ClearPool(pooled);
        }

        await using var connection = new SqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand(SqlServerWords.Drop(database), connection);
        await command.ExecuteNonQueryAsync();
    }

    // As the product writes it, so that its pool is found.
    public string ConnectionStringOf(string database) => new SqlConnectionStringBuilder(_connectionString) { InitialCatalog = database, ApplicationName = "flexprice" }.ToString();

    // The product makes the database, too, as its operator has it do.
    private static void Migrate(string connectionString)
    {
        var keys = Directory.CreateTempSubdirectory("flexprice-migrate-");
        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Database:Provider"] = "SqlServer",
                ["ConnectionStrings:FlexPrice"] = connectionString,
                ["Keys:Path"] = Path.Combine(keys.FullName, "keys"),
                ["Worker:Role"] = "api",
            }).Build();
            var services = new ServiceCollection().AddLogging().AddApplication().AddInfrastructure(configuration, new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootPath = keys.FullName });
            using var provider = services.BuildServiceProvider();
            using var scope = provider.CreateScope();
            scope.ServiceProvider.GetRequiredService<ISchema>().MigrateAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        finally
        {
            keys.Delete(recursive: true);
        }
    }

    private void Execute(string sql)
    {
        using var connection = new SqlConnection(_connectionString);
        connection.Open();
        using var command = new SqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
