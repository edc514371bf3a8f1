using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlexPrice.Infrastructure.Clock;

internal static class ClockSetup
{
    /// <summary>Adds the process's clock: the database server's, or the machine's where the database is embedded.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services, DatabaseSettings settings)
    {
        var time = new DatabaseTime(TimeProvider.System);
        services.AddSingleton(time);
        services.AddSingleton<DatabaseClock>();
        services.TryAddSingleton(settings.Provider == DatabaseProvider.Sqlite ? TimeProvider.System : time);
        services.AddHealthChecks().AddCheck<ClockHealthCheck>("clock");
        return services;
    }
}
