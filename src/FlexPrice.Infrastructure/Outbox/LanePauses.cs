using System.Collections.Concurrent;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>
/// Paused lanes: something that all their work needs is missing. Scanning an hour of waiting rows at every commit would cost
/// more than the commit, and every attempt a write.
/// </summary>
internal sealed class LanePauses
{
    private readonly ConcurrentDictionary<ReactionLane, bool> _paused = new();

    public bool IsPaused(ReactionLane lane) => _paused.GetValueOrDefault(lane);

    public void Set(ReactionLane lane, bool isPaused) => _paused[lane] = isPaused;
}
