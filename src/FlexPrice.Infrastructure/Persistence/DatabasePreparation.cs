using FlexPrice.Infrastructure.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>Brings a database into the state that serving needs, one process at a time.</summary>
internal abstract class DatabasePreparation(FlexPriceDbContext context, FlexPriceSettings settings)
{
    protected DatabaseFacade Database => context.Database;

    protected string Name => settings.Database.Name;

    /// <summary>Waits until no other process prepares the same database.</summary>
    /// <param name="toMigrate">Whether a database is made where there is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Releases the lock. The end of the process, in any way, releases it too.</returns>
    public abstract Task<IAsyncDisposable> EnterAsync(bool toMigrate, CancellationToken cancellationToken);

    /// <summary>Waits for the start lock, then migrates the schema, or checks it where the operator migrates by other means.</summary>
    /// <returns>The lock.</returns>
    /// <exception cref="ConfigurationException">The database is not fit to serve.</exception>
    public async Task<IAsyncDisposable> EnterForStartAsync(CancellationToken cancellationToken)
    {
        var startLock = await EnterAsync(settings.Database.MigrateOnStart, cancellationToken);
        try
        {
            await (settings.Database.MigrateOnStart ? MigrateAsync(cancellationToken) : CheckAsync(cancellationToken));
            await FinishAsync(cancellationToken);
            return startLock;
        }
        catch
        {
            await startLock.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does what a start needs in addition to the schema.</summary>
    /// <exception cref="ConfigurationException">It cannot be done.</exception>
    internal virtual Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Updates the schema, and creates a missing database. Only under the start lock.</summary>
    /// <exception cref="ConfigurationException">Another version has migrated the database.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await PrepareMigrationAsync(cancellationToken);
        await RefuseAnotherVersionAsync(cancellationToken);
        await Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Checks the schema, for operators that migrate by other means.</summary>
    /// <exception cref="ConfigurationException">It is not up to date.</exception>
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        await RefuseAnotherVersionAsync(cancellationToken);
        var pending = (await PendingAsync(cancellationToken)).Count;
        if (pending > 0)
        {
            throw new ConfigurationException([$"Database__MigrateOnStart is false, and {Name} lacks {pending} migrations: set it to true, or run the program with migrate before the start."]);
        }
    }

    /// <summary>Checks the schema, for the command line.</summary>
    /// <exception cref="ConfigurationException">It is not the one of this version.</exception>
    public async Task RequireSchemaAsync(CancellationToken cancellationToken)
    {
        await RefuseAnotherVersionAsync(cancellationToken);
        var pending = (await PendingAsync(cancellationToken)).Count;
        if (pending > 0)
        {
            throw new ConfigurationException([$"{DatabaseSettings.ConnectionStringSetting} names {Name}, which lacks {pending} migrations of this version: run the program with migrate first."]);
        }
    }

    /// <summary>The migrations that the database lacks, in order; all where there is no database. Makes none.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken) =>
        await ExistsAsync(cancellationToken) ? [.. await Database.GetPendingMigrationsAsync(cancellationToken)] : [.. Database.GetMigrations()];

    /// <summary>Refuses what another version has written: this one would misread it.</summary>
    /// <exception cref="ConfigurationException">The database has migrations that this version does not know.</exception>
    public async Task RefuseAnotherVersionAsync(CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(cancellationToken))
        {
            return;
        }

        var unknown = (await Database.GetAppliedMigrationsAsync(cancellationToken)).Except(Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new ConfigurationException(
            [
                $"{DatabaseSettings.ConnectionStringSetting} names {Name}, which another version has migrated: this one does not know {string.Join(", ", unknown)}. "
                + $"Start the version that made it or a later release, restore the backup from before, or, where a build that was never released made it, {StartFreshAdvice}.",
            ]);
        }
    }

    /// <summary>Describes a failure to the operator; null when it is a defect.</summary>
    public abstract string? DescribeFailure(Exception failure);

    /// <summary>How an operator starts with an empty database.</summary>
    protected abstract string StartFreshAdvice { get; }

    /// <summary>Whether there is a database in which something was migrated. Makes none.</summary>
    protected abstract Task<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>Does what a migration needs.</summary>
    protected virtual Task PrepareMigrationAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
