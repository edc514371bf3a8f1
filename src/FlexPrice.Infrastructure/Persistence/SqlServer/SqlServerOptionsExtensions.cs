using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

internal static class SqlServerOptionsExtensions
{
    // SQL Server 2019, the oldest version that is still maintained: https://learn.microsoft.com/sql/sql-server/end-of-support/sql-server-end-of-support-overview
    private const int OldestVersion = 150;

    public static DbContextOptionsBuilder<TContext> UseFlexPriceSqlServer<TContext>(this DbContextOptionsBuilder<TContext> builder, string connectionString)
        where TContext : DbContext
    {
        ((DbContextOptionsBuilder)builder).UseFlexPriceSqlServer(connectionString);
        return builder;
    }

    // One query an aggregate, also where it has two collections: both are short, and two queries could see two states.
    // One parameter per list of any length: with one parameter per value a statement is planned again for each number of values.
    public static DbContextOptionsBuilder UseFlexPriceSqlServer(this DbContextOptionsBuilder builder, string connectionString) => builder
        .UseSqlServer(
            connectionString,
            server => server.UseCompatibilityLevel(OldestVersion)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(SqlServerLists.Instance, SqlServerTextEquality.Instance, SqlServerRowCounts.Instance)
        .UseFlexPriceWarnings();
}
