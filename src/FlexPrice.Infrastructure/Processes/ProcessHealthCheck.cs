using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlexPrice.Infrastructure.Processes;

/// <summary>Degraded while processes on the database do not fit together: a person has to look, and each of them can serve.</summary>
internal sealed class ProcessHealthCheck(ProcessFindings findings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var found = await findings.FindAsync(cancellationToken);
        return found.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join('\n', found));
    }
}
