namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Renews a lease while work takes longer than it. A failed renewal is retried and never fails the work; a lost lease ends it.</summary>
/// <param name="lease">How long a lease is.</param>
/// <param name="clock">The time.</param>
internal sealed class LeaseKeeper(TimeSpan lease, TimeProvider clock)
{
    /// <summary>Renewed this often.</summary>
    public TimeSpan Interval => lease / 3;

    /// <summary>How long to wait after a renewal that failed.</summary>
    public TimeSpan RetryDelay => lease / 12;

    /// <summary>Works under the lease.</summary>
    /// <param name="work">The work; its token ends with the lease.</param>
    /// <param name="renew">Renews the lease; false when another worker has it.</param>
    /// <param name="onFailure">Hears of renewals that failed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(Func<CancellationToken, Task> work, Func<CancellationToken, Task<bool>> renew, Action<Exception> onFailure, CancellationToken cancellationToken)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = new CancellationTokenSource();
        var keeping = KeepAsync(renew, onFailure, attempt, done.Token);
        try
        {
            await work(attempt.Token);
        }
        finally
        {
            await done.CancelAsync();
            await keeping;
        }
    }

    private async Task KeepAsync(Func<CancellationToken, Task<bool>> renew, Action<Exception> onFailure, CancellationTokenSource attempt, CancellationToken done)
    {
        var pause = Interval;
        while (!done.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, clock, done);
                if (!await renew(done))
                {
                    await attempt.CancelAsync();
                    return;
                }

                pause = Interval;
            }
            catch (Exception failure)
            {
                // The work may be running or done. Only a later renewal shows whether the lease is lost.
                pause = RetryDelay;
                if (!done.IsCancellationRequested)
                {
                    onFailure(failure);
                }
            }
        }
    }
}
