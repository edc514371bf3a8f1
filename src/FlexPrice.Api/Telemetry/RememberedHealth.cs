using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlexPrice.Api.Telemetry;

/// <summary>
/// Runs all health checks once for concurrent callers, and again only when the last run began a second ago or more: every caller may request it, and each run
/// queries the database.
/// </summary>
internal sealed class RememberedHealth(HealthCheckService checks, TimeProvider clock) : HealthCheckService
{
    private readonly Lock _lock = new();
    private Task<HealthReport>? _run;
    private long _began;

    /// <summary>How old an answer may be.</summary>
    public static TimeSpan TimeToLive { get; } = TimeSpan.FromSeconds(1);

    public override Task<HealthReport> CheckHealthAsync(Func<HealthCheckRegistration, bool>? predicate, CancellationToken cancellationToken = default) =>
        predicate is null ? GetOrCheckAsync().WaitAsync(cancellationToken) : checks.CheckHealthAsync(predicate, cancellationToken);

    private Task<HealthReport> GetOrCheckAsync()
    {
        lock (_lock)
        {
            if (_run is null || (_run.IsCompleted && clock.GetElapsedTime(_began) >= TimeToLive))
            {
                _began = clock.GetTimestamp();

                // The first caller may leave before the others have their answer; checks have their own time limit.
                _run = Task.Run(() => checks.CheckHealthAsync(predicate: null, CancellationToken.None));
            }

            return _run;
        }
    }
}
