using System.Data.Common;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Outbox.Channels;

/// <summary>Something that another process does just before the context reads rows of the outbox.</summary>
internal sealed class Meanwhile : DbCommandInterceptor
{
    private static readonly AsyncLocal<Action?> Next = new();

    /// <summary>One for all contexts, which then share the queries that EF has compiled.</summary>
    public static Meanwhile Instance { get; } = new();

    public static void Does(Action act) => Next.Value = act;

    public static void Join(IServiceCollection services) => services
        .ConfigureDbContext<SqliteFlexPriceDbContext>(options => options.AddInterceptors(Instance))
        .ConfigureDbContext<PostgreSqlFlexPriceDbContext>(options => options.AddInterceptors(Instance))
        .ConfigureDbContext<SqlServerFlexPriceDbContext>(options => options.AddInterceptors(Instance));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains("outbox_messages", StringComparison.Ordinal))
        {
            Next.Value?.Invoke();
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
