using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions.Events;

namespace FlexPrice.Application.Deletions;

/// <summary>Scrubs what was erased in batches after the commit out of the storage's files.</summary>
[InLane(ReactionLane.Scrubbing)]
internal sealed class ScrubStorageWhenDeletionCleaned(DeletionScrub scrub) : IReaction<DeletionCleaned>
{
    public Task ReactAsync(DeletionCleaned happened, string messageId, CancellationToken cancellationToken) => scrub.RunAsync(happened.DeletionId, cancellationToken);
}
