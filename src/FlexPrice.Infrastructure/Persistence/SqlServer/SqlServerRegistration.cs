using System.Globalization;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Sql;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

internal static class SqlServerRegistration
{
    /// <summary>Adds a database on a SQL Server.</summary>
    public static IServiceCollection AddSqlServer(this IServiceCollection services, DatabaseSettings settings)
    {
        EnableGlobalizationForSqlClient();
        return services
            .AddContext<SqlServerFlexPriceDbContext>(options => options.UseFlexPriceSqlServer(settings.ConnectionString))
            .AddSingleton<IDatabaseDialect, SqlServerDialect>()
            .AddSingleton<IWriterGate, UnlimitedWriterGate>()
            .AddSingleton<IServerClaim, NoServerClaim>()
            .AddScoped<DatabasePreparation, SqlServerPreparation>()
            .AddSingleton<IStorageScrubber, ServerStorageScrubber>();
    }

    // The client reads the program's own switch, which the environment has overridden; the machine's language must have no effect.
    private static void EnableGlobalizationForSqlClient()
    {
        AppContext.SetSwitch("System.Globalization.Invariant", false);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    }
}
