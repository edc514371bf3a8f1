using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Sql;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

internal static class PostgreSqlRegistration
{
    /// <summary>Adds a database on a PostgreSQL server.</summary>
    public static IServiceCollection AddPostgreSql(this IServiceCollection services, DatabaseSettings settings) => services
        .AddContext<PostgreSqlFlexPriceDbContext>(options => options.UseFlexPricePostgreSql(settings.ConnectionString))
        .AddSingleton<IDatabaseDialect, PostgreSqlDialect>()
        .AddSingleton<IWriterGate, UnlimitedWriterGate>()
        .AddSingleton<IServerClaim, NoServerClaim>()
        .AddScoped<DatabasePreparation, PostgreSqlPreparation>()
        .AddSingleton<IStorageScrubber, ServerStorageScrubber>();
}
