using FlexPrice.Api.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Api.Tests.Telemetry;

public sealed class RememberedHealthTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Checks _checks = new();

    [Fact]
    public async Task Health_WhenManyAsk_IsCheckedOnceAndAgainAfterASecond()
    {
        var health = new RememberedHealth(_checks, _clock);

        var asked = Enumerable.Range(0, 100).Select(_ => health.CheckHealthAsync()).ToList();
        _checks.End(HealthStatus.Unhealthy);
        (await Task.WhenAll(asked)).ShouldAllBe(report => report.Status == HealthStatus.Unhealthy);
        _clock.Advance(RememberedHealth.TimeToLive - TimeSpan.FromMilliseconds(1));
        (await health.CheckHealthAsync()).Status.ShouldBe(HealthStatus.Unhealthy);
        _checks.Runs.ShouldBe(1);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        _checks.End(HealthStatus.Healthy);
        (await health.CheckHealthAsync()).Status.ShouldBe(HealthStatus.Healthy);
        _checks.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task Health_WhenACheckIsSlow_IsNotCheckedTwiceAtATimeAndWhoeverLeavesStopsNobody()
    {
        var health = new RememberedHealth(_checks, _clock);
        using var leaves = new CancellationTokenSource();
        var first = health.CheckHealthAsync(leaves.Token);
        _clock.Advance(10 * RememberedHealth.TimeToLive);
        var second = health.CheckHealthAsync();

        await leaves.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        _checks.End(HealthStatus.Degraded);

        (await second).Status.ShouldBe(HealthStatus.Degraded);
        _checks.Runs.ShouldBe(1);
    }

    private sealed class Checks : HealthCheckService
    {
        private TaskCompletionSource<HealthReport> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _runs;

        public int Runs => Volatile.Read(ref _runs);

        public void End(HealthStatus status)
        {
            if (_end.Task.IsCompleted)
            {
                _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            _end.SetResult(new HealthReport(new Dictionary<string, HealthReportEntry>(), status, TimeSpan.Zero));
        }

        public override Task<HealthReport> CheckHealthAsync(Func<HealthCheckRegistration, bool>? predicate, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _runs);
            return _end.Task;
        }
    }
}
