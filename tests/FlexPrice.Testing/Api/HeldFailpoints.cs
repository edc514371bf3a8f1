using FlexPrice.Application.Abstractions;

namespace FlexPrice.Testing.Api;

/// <summary>Holds the next who comes to a step.</summary>
internal sealed class HeldFailpoints(string at) : IFailpoints
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _holds;

    public void HoldNext() => Volatile.Write(ref _holds, 1);

    /// <summary>Waits until a process is held.</summary>
    public Task ReachedAsync() => _reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void Release() => _released.SetResult();

    public async ValueTask ReachAsync(string step, CancellationToken cancellationToken)
    {
        if (step == at && Interlocked.Exchange(ref _holds, 0) == 1)
        {
            _reached.SetResult();
            await _released.Task.WaitAsync(cancellationToken);
        }
    }
}
