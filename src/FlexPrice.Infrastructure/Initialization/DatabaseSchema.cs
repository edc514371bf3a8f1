using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Scheduling;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FlexPrice.Infrastructure.Initialization;

internal sealed class DatabaseSchema(FlexPriceDbContext context, DatabasePreparation preparation, TimedWorkTables timedWork, IDatabaseDialect dialect) : ISchema
{
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) => preparation.DescribeFailuresAsync(async () =>
    {
        await using var turn = await preparation.EnterAsync(toMigrate: true, cancellationToken);
        var pending = await preparation.PendingAsync(cancellationToken);
        await preparation.MigrateAsync(cancellationToken);
        await timedWork.CreateAsync(cancellationToken);
        return pending;
    }, cancellationToken);

    public Task<string> ScriptAsync(CancellationToken cancellationToken) => preparation.DescribeFailuresAsync(async () =>
    {
        await preparation.RefuseAnotherVersionAsync(cancellationToken);
        var pending = await preparation.PendingAsync(cancellationToken);
        if (pending.Count == 0)
        {
            return "";
        }

        var applied = context.Database.GetMigrations().TakeWhile(name => name != pending[0]).LastOrDefault();
        return Script(context, dialect, applied ?? Migration.InitialDatabase);
    }, cancellationToken);

    /// <summary>The statements that bring a database up to date which has a migration.</summary>
    internal static string Script(DbContext context, IDatabaseDialect dialect, string from) => dialect.ScriptHeading + context.GetService<IMigrator>().GenerateScript(from);
}
