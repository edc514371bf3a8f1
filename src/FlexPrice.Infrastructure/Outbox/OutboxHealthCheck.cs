using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Degraded when reactions count as given up: a person has to look, and the program can serve.</summary>
internal sealed class OutboxHealthCheck(OutboxInspection inspection) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var givenUp = await inspection.CountGivenUpAsync(cancellationToken);
        return givenUp == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{givenUp} reactions count as given up.");
    }
}
