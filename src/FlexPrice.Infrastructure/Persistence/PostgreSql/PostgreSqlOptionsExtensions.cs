using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

internal static class PostgreSqlOptionsExtensions
{
    // The oldest version that is still maintained: https://www.postgresql.org/support/versioning/
    private static readonly Version OldestVersion = new(14, 0);

    public static DbContextOptionsBuilder<TContext> UseFlexPricePostgreSql<TContext>(this DbContextOptionsBuilder<TContext> builder, string connectionString)
        where TContext : DbContext
    {
        ((DbContextOptionsBuilder)builder).UseFlexPricePostgreSql(connectionString);
        return builder;
    }

    // One query an aggregate, also where it has two collections: both are short, and two queries could see two states.
    // One parameter per list of any length: with one parameter per value a statement is planned again for each number of values.
    public static DbContextOptionsBuilder UseFlexPricePostgreSql(this DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(
            connectionString,
            npgsql => npgsql.SetPostgresVersion(OldestVersion)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .UseSnakeCaseNamingConvention()
        .UseFlexPriceWarnings();
}
