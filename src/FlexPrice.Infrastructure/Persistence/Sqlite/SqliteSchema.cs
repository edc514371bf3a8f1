using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

internal sealed class SqliteSchema(FlexPriceDbContext context, FlexPriceSettings settings, StartLock startLock, SqliteMigrator migrator) : ISchema
{
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        using var turn = await startLock.EnterAsync(cancellationToken);
        var pending = await PendingAsync(cancellationToken);
        await migrator.MigrateAsync(cancellationToken);
        return pending;
    }

    public async Task<string> ScriptAsync(CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(cancellationToken);
        if (pending.Count == 0)
        {
            return "";
        }

        var applied = context.Database.GetMigrations().TakeWhile(name => name != pending[0]).LastOrDefault();
        return context.GetService<IMigrator>().GenerateScript(applied ?? Migration.InitialDatabase);
    }

    // Asking the database would make the file.
    private async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken) =>
        File.Exists(settings.DatabaseFile) ? [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)] : [.. context.Database.GetMigrations()];
}
