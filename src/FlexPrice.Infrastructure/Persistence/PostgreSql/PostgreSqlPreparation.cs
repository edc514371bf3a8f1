using FlexPrice.Infrastructure.Configuration;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

/// <summary>Prepares a database on a server.</summary>
internal sealed class PostgreSqlPreparation(FlexPriceDbContext context, FlexPriceSettings settings) : DatabasePreparation(context, settings)
{
    // "FlexPric" in ASCII: no other program that uses the same database is likely to take the same one.
    private const long StartLock = 0x466C657850726963;

    private readonly string _connectionString = settings.Database.ConnectionString;

    protected override string MoveAway => "name another database";

    public override async Task<IAsyncDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await EnsureExistsAsync(cancellationToken);

        // Without a pool: the lock ends with its connection. Without a timeout: who migrates may take long.
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

    public override string? Explain(Exception failure) => PostgreSqlStartErrors.Of(failure, Name);

    protected override Task<bool> ExistsAsync(CancellationToken cancellationToken) => Creator.ExistsAsync(cancellationToken);

    private IRelationalDatabaseCreator Creator => Database.GetService<IRelationalDatabaseCreator>();

    // Only who may migrate makes a database.
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
