using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

internal static class SqliteOptionsExtensions
{
    private static readonly SqlitePragmaInterceptor Pragmas = new();

    public static DbContextOptionsBuilder<TContext> UseFlexPriceSqlite<TContext>(this DbContextOptionsBuilder<TContext> builder, string connectionString)
        where TContext : DbContext
    {
        ((DbContextOptionsBuilder)builder).UseFlexPriceSqlite(connectionString);
        return builder;
    }

    // One query an aggregate, also where it has two collections: both are short, and two queries could see two states.
    // One parameter per list of any length: with one parameter per value a statement is planned again for each number of values.
    public static DbContextOptionsBuilder UseFlexPriceSqlite(this DbContextOptionsBuilder builder, string connectionString) => builder
        .UseSqlite(
            connectionString,
            sqlite => sqlite
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .UseSnakeCaseNamingConvention()
        .UseFlexPriceWarnings()
        .AddInterceptors(Pragmas);
}
