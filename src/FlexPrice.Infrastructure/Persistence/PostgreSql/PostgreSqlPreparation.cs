using FlexPrice.Infrastructure.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

/// <summary>Prepares a database on a server.</summary>
internal sealed class PostgreSqlPreparation(FlexPriceDbContext context, FlexPriceSettings settings) : DatabasePreparation(context, settings)
{
    // "FlexPric" in ASCII: no other program that uses the same database is likely to take the same one.
    private const long StartLock = 0x466C657850726963;

    private const string HasHistory = """SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL AS "Value" """;

    private readonly string _connectionString = settings.Database.ConnectionString;

    protected override string StartFreshAdvice => "name another database";

    public override async Task<IAsyncDisposable> EnterAsync(bool toMigrate, CancellationToken cancellationToken)
    {
        if (toMigrate)
        {
            await EnsureExistsAsync(cancellationToken);
        }

        // Without a pool: the lock ends with its connection. Without a timeout: migrating may take long.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false, CommandTimeout = 0, KeepAlive = 30 }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = StartLock } } };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override string? DescribeFailure(Exception failure) => PostgreSqlStartErrors.Of(failure, Name);

    // Asking the server for a table that it lacks would be an error in its log and in ours.
    protected override async Task<bool> ExistsAsync(CancellationToken cancellationToken) =>
        await Creator.ExistsAsync(cancellationToken) && await Database.SqlQueryRaw<bool>(HasHistory).SingleAsync(cancellationToken);

    protected override Task PrepareMigrationAsync(CancellationToken cancellationToken) => Database.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);

    private IRelationalDatabaseCreator Creator => Database.GetService<IRelationalDatabaseCreator>();

    private async Task EnsureExistsAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await Creator.ExistsAsync(cancellationToken))
            {
                await Creator.CreateAsync(cancellationToken);
            }
        }
        catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process was faster.
        }
    }
}
