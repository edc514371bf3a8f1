using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Testing.SqlServer;

internal static class QueryTwinsExtensions
{
    /// <summary>Has every query of a program looked at that runs on another database.</summary>
    public static IServiceCollection AddQueryTwins(this IServiceCollection services) => services
        .ConfigureDbContext<SqliteFlexPriceDbContext>(options => options.AddInterceptors(QueryTwins.Instance))
        .ConfigureDbContext<PostgreSqlFlexPriceDbContext>(options => options.AddInterceptors(QueryTwins.Instance));
}
