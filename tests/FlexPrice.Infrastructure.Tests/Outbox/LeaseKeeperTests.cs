using FlexPrice.Infrastructure.Outbox;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Infrastructure.Tests.Outbox;

public sealed class LeaseKeeperTests
{
    private readonly FakeTimeProvider _clock = new(Store.Noon);
    private readonly TaskCompletionSource _work = new();
    private readonly List<Exception> _failures = [];
    private readonly LeaseKeeper _keeper;
    private Func<bool> _renew = () => true;
    private int _renewals;

    public LeaseKeeperTests() => _keeper = new LeaseKeeper(TimeSpan.FromSeconds(60), _clock);

    [Fact]
    public async Task Work_WhenARenewalFails_SucceedsAndTheRenewalIsTriedAgainSoon()
    {
        _renew = () => _renewals < 3 ? throw new TimeoutException() : true;
        var running = RunAsync();

        await PassAsync(_keeper.Interval, renewals: 1);
        await PassAsync(_keeper.RetryDelay, renewals: 2);
        await PassAsync(_keeper.RetryDelay, renewals: 3);
        await PassAsync(_keeper.Interval, renewals: 4);
        _work.SetResult();

        await running;
        _failures.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Work_WhenItEndsDuringARenewal_SucceedsAndTheRenewalIsNoFailure()
    {
        var waiting = new TaskCompletionSource();
        var running = _keeper.RunAsync(
            _ => _work.Task,
            async token =>
            {
                waiting.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return true;
            },
            _failures.Add,
            CancellationToken.None);

        _clock.Advance(_keeper.Interval);
        await waiting.Task;
        _work.SetResult();

        await running;
        _failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_WhenTheLeaseIsSomebodyElses_IsEnded()
    {
        _renew = () => false;
        var running = RunAsync();

        await PassAsync(_keeper.Interval, renewals: 1);

        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Work_WhenItFails_FailsAsItDid()
    {
        var running = RunAsync();

        _work.SetException(new HttpRequestException());

        await Should.ThrowAsync<HttpRequestException>(() => running);
    }

    private Task RunAsync() => _keeper.RunAsync(
        token => _work.Task.WaitAsync(token),
        _ =>
        {
            Interlocked.Increment(ref _renewals);
            return Task.FromResult(_renew());
        },
        _failures.Add,
        CancellationToken.None);

    private async Task PassAsync(TimeSpan time, int renewals)
    {
        // In steps, because the timer of the next renewal may not be set yet.
        for (var waited = 0; Volatile.Read(ref _renewals) < renewals && waited < 100; waited++)
        {
            _clock.Advance(time / 4);
            await Task.Delay(10);
        }

        _renewals.ShouldBe(renewals);
    }
}
