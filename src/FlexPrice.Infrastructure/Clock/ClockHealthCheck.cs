using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlexPrice.Infrastructure.Clock;

/// <summary>Degraded while the clock of this machine is off: others do its timed work, and the program serves all the same.</summary>
internal sealed class ClockHealthCheck(DatabaseClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(clock.Differs
        ? HealthCheckResult.Degraded($"The clock of this machine is {clock.Difference}: set the one that is wrong. Until then this process takes no timed work.")
        : HealthCheckResult.Healthy());
}
