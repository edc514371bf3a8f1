using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>Brings the schema up to date. Only for a holder of <see cref="StartLock"/>.</summary>
internal sealed class SqliteMigrator(FlexPriceDbContext context)
{
    private const string CountMigrationLocks = "SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(context.Database.GetDbConnection().DataSource))
        {
            await FreeMigrationLockAsync(cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
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
