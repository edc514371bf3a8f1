using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

internal sealed class SqliteSchema(FlexPriceDbContext context, FlexPriceSettings settings, StartLock startLock, SqliteMigrator migrator) : ISchema
{
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) => InTheOperatorsTermsAsync(async () =>
    {
        using var turn = await startLock.EnterAsync(cancellationToken);
        var pending = await PendingAsync(cancellationToken);
        await migrator.MigrateAsync(cancellationToken);
        return pending;
    });

    public Task<string> ScriptAsync(CancellationToken cancellationToken) => InTheOperatorsTermsAsync(async () =>
    {
        if (File.Exists(settings.DatabaseFile))
        {
            await migrator.RefuseAnotherVersionAsync(cancellationToken);
        }

        var pending = await PendingAsync(cancellationToken);
        if (pending.Count == 0)
        {
            return "";
        }

        var applied = context.Database.GetMigrations().TakeWhile(name => name != pending[0]).LastOrDefault();
        return context.GetService<IMigrator>().GenerateScript(applied ?? Migration.InitialDatabase);
    });

    private async Task<T> InTheOperatorsTermsAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException failure) when (SqliteStartErrors.Of(failure, settings.DatabaseFile) is { } error)
        {
            throw new ConfigurationException([error]);
        }
    }

    // Asking the database would make the file.
    private async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken) =>
        File.Exists(settings.DatabaseFile) ? [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)] : [.. context.Database.GetMigrations()];
}
