using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlexPrice.Api.Telemetry;

/// <summary>Health checks.</summary>
internal static class HealthSetup
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(10);

    /// <summary>Adds health checks that run at most once a second and end.</summary>
    public static IServiceCollection AddHealthMemory(this IServiceCollection services)
    {
        services.AddHealthChecks();
        services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var check in options.Registrations.Where(check => check.Timeout <= TimeSpan.Zero))
            {
                check.Timeout = LongestCheck;
            }
        });
        return services.Decorate<HealthCheckService, RememberedHealth>();
    }
}
