using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Sql;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

internal static class SqliteRegistration
{
    /// <summary>Adds an embedded database.</summary>
    public static IServiceCollection AddSqlite(this IServiceCollection services, DatabaseSettings settings) => services
        .AddContext<SqliteFlexPriceDbContext>(options => options.UseFlexPriceSqlite(settings.ConnectionString))
        .AddSingleton<IDatabaseDialect, SqliteDialect>()
        .AddSingleton<IWriterGate, SqliteWriterGate>()
        .AddSingleton<SqliteStartLock>()
        .AddSingleton<IServerClaim, SqliteServerClaim>()
        .AddScoped<DatabasePreparation, SqlitePreparation>()
        .AddSingleton<IStorageScrubber, SqliteScrubber>();
}
