using FlexPrice.Application.Deletions;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

internal static class SqlServerRegistration
{
    /// <summary>Adds a database on a SQL Server.</summary>
    public static IServiceCollection AddSqlServer(this IServiceCollection services, DatabaseSettings settings) => services
        .AddDbContext<FlexPriceDbContext, SqlServerFlexPriceDbContext>(options => options.UseFlexPriceSqlServer(settings.ConnectionString))
        .AddSingleton<IDatabaseDialect, SqlServerDialect>()
        .AddSingleton<IWriterGate, OpenWriterGate>()
        .AddScoped<DatabasePreparation, SqlServerPreparation>()
        .AddSingleton<IStorageScrubber, ServerStorageScrubber>();
}
