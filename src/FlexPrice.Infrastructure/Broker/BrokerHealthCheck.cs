using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>Degraded while the broker cannot be used: its messages wait, and the program serves all the same.</summary>
internal sealed class BrokerHealthCheck(BrokerConnection connection) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(connection.IsUsable ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The broker cannot be used."));
}
