using FlexPrice.Infrastructure.Configuration;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>Brings the schema and the journal of the file up to date. Only for a holder of <see cref="StartLock"/>.</summary>
internal sealed class SqliteMigrator(FlexPriceDbContext context)
{
    private const string CountMigrationLocks = "SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // SQLite gives its other files the mode of this one, which it would make readable for everybody.
        PrivateFile.CreateMissing(context.Database.GetDbConnection().DataSource);
        await FreeMigrationLockAsync(cancellationToken);
        await RefuseAnotherVersionAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Compares the schema, for an operator who migrates by other means.</summary>
    /// <exception cref="ConfigurationException">It is not up to date.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await RefuseAnotherVersionAsync(cancellationToken);
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        if (pending > 0)
        {
            throw new ConfigurationException([$"Database__MigrateOnStart is false, and {context.Database.GetDbConnection().DataSource} lacks {pending} migrations: set it to true, or run the program with migrate before the start."]);
        }
    }

    /// <summary>Gives the file its write-ahead log. The file remembers it, but one that was restored from a dump or a vacuumed copy has none.</summary>
    /// <exception cref="ConfigurationException">The file cannot have one.</exception>
    public async Task UseWriteAheadLogAsync(CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            if (await command.ExecuteScalarAsync(cancellationToken) is not "wal")
            {
                throw new ConfigurationException([$"ConnectionStrings__FlexPrice names {context.Database.GetDbConnection().DataSource}, which cannot have a write-ahead log: put it on a local disk, no network folder."]);
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Refuses what another version has written: this one would misread it.</summary>
    /// <exception cref="ConfigurationException">The database has migrations that this version does not know.</exception>
    public async Task RefuseAnotherVersionAsync(CancellationToken cancellationToken)
    {
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(context.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new ConfigurationException(
            [
                $"ConnectionStrings__FlexPrice names {context.Database.GetDbConnection().DataSource}, which another version has migrated: this one does not know {string.Join(", ", unknown)}. "
                + "Start the version that made it or a later release, restore the backup from before, or, where a build that was never released made it, move the file away.",
            ]);
        }
    }

    // A process that was killed while it migrated has left its row, and EF Core would wait for that process for ever.
    private async Task FreeMigrationLockAsync(CancellationToken cancellationToken)
    {
        if (await context.Database.SqlQueryRaw<int>(CountMigrationLocks).SingleAsync(cancellationToken) > 0)
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }
}
