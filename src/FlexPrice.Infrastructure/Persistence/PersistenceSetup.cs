using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using FlexPrice.Infrastructure.Sql;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Persistence;

internal static class PersistenceSetup
{
    /// <summary>Adds the model on the configured database, the repositories, and what runs statements of the registry.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseSettings settings)
    {
        _ = settings.Provider switch
        {
            DatabaseProvider.Sqlite => services.AddSqlite(settings),
            DatabaseProvider.PostgreSql => services.AddPostgreSql(settings),
            DatabaseProvider.SqlServer => services.AddSqlServer(settings),
        };

        // By hand: a context that is registered under its base type, too, would be returned to the pool twice.
        services.AddScoped(scope => new SqlRunner(scope.GetRequiredService<FlexPriceDbContext>(), scope.GetRequiredService<IDatabaseDialect>()));
        services.AddScoped(scope => new PendingInserts(scope.GetRequiredService<FlexPriceDbContext>(), scope.GetRequiredService<IDatabaseDialect>()));
        services.AddScoped(scope => new StatementQueue(
            scope.GetRequiredService<FlexPriceDbContext>(),
            scope.GetRequiredService<PendingInserts>(),
            scope.GetRequiredService<SqlRunner>(),
            scope.GetRequiredService<IDatabaseDialect>()));
        services.AddScoped(typeof(IRepository<>), typeof(EfRepository<>));
        services.AddScoped(typeof(IReadRepository<>), typeof(EfRepository<>));
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");
        return services;
    }
}
