using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Wakes the worker of this process when something was committed, so that it need not wait for its next look. Each lane has a bell of its own.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly Dictionary<ReactionLane, SemaphoreSlim> _bells = Enum.GetValues<ReactionLane>().ToDictionary(lane => lane, _ => new SemaphoreSlim(0, 1));

    public void Ring()
    {
        foreach (var bell in _bells.Values)
        {
            Ring(bell);
        }
    }

    public Task WaitAsync(ReactionLane lane, TimeSpan atMost, CancellationToken cancellationToken) => _bells[lane].WaitAsync(atMost, cancellationToken);

    public void Dispose()
    {
        foreach (var bell in _bells.Values)
        {
            bell.Dispose();
        }
    }

    private static void Ring(SemaphoreSlim bell)
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }
}
