using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Processes;

internal static class ProcessSetup
{
    /// <summary>Adds what processes on one database know of one another.</summary>
    public static IServiceCollection AddProcesses(this IServiceCollection services)
    {
        services.AddSingleton<ProcessIdentity>();
        services.AddScoped<ProcessRegister>();
        services.AddScoped<ProcessFindings>();
        services.AddHostedService<ProcessMonitor>();
        services.AddHealthChecks().AddCheck<ProcessHealthCheck>("processes");
        return services;
    }
}
