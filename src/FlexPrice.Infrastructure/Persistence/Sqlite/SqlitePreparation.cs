using FlexPrice.Infrastructure.Configuration;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>Prepares a database file: its mode, its schema and its journal.</summary>
internal sealed class SqlitePreparation(FlexPriceDbContext context, FlexPriceSettings settings, SqliteStartLock startLock) : DatabasePreparation(context, settings)
{
    private const string CountMigrationLocks = "SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";

    private const string CountTables = "SELECT count(*) AS \"Value\" FROM sqlite_master";

    private readonly string _file = settings.Database.File!;

    protected override string StartFreshAdvice => "move the file away";

    public override Task<IAsyncDisposable> EnterAsync(bool toMigrate, CancellationToken cancellationToken) => startLock.EnterAsync(cancellationToken);

    /// <summary>Gives the file its write-ahead log. The file remembers it, but one that was restored from a dump or a vacuumed copy has none.</summary>
    /// <exception cref="ConfigurationException">The file cannot have one.</exception>
    internal override async Task FinishAsync(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            if (await command.ExecuteScalarAsync(cancellationToken) is not "wal")
            {
                throw new ConfigurationException([$"ConnectionStrings__FlexPrice names {Name}, which cannot have a write-ahead log: put it on a local disk, no network folder."]);
            }
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    public override string? DescribeFailure(Exception failure) => failure is SqliteException of ? SqliteStartErrors.Of(of, Name) : null;

    // A query would create the file. An existing file is queried, because EF Core treats a file that it cannot open as missing.
    protected override async Task<bool> ExistsAsync(CancellationToken cancellationToken) =>
        File.Exists(_file) && await Database.SqlQueryRaw<int>(CountTables).SingleAsync(cancellationToken) >= 0;

    protected override async Task PrepareMigrationAsync(CancellationToken cancellationToken)
    {
        // SQLite gives its other files the mode of this one, and would make it readable for all users.
        PrivateFile.CreateMissing(_file);

        // A process that was killed while migrating leaves its lock row, and EF Core would wait for ever.
        if (await Database.SqlQueryRaw<int>(CountMigrationLocks).SingleAsync(cancellationToken) > 0)
        {
            await Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }
}
