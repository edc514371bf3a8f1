using System.Collections.Concurrent;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>
/// Lanes that rest because what all their work needs is known to be missing. Looking through an hour of waiting rows in vain at every commit would cost
/// more than the commit, and every attempt a write.
/// </summary>
internal sealed class LanePauses
{
    private readonly ConcurrentDictionary<ReactionLane, bool> _paused = new();

    public bool IsPaused(ReactionLane lane) => _paused.GetValueOrDefault(lane);

    public void Set(ReactionLane lane, bool isPaused) => _paused[lane] = isPaused;
}
