using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions.Events;

namespace FlexPrice.Application.Deletions;

/// <summary>Scrubs what was erased in batches after the commit out of the storage's files.</summary>
[RunsOn(ReactionLane.Scrubbing)]
internal sealed class ScrubStorageWhenDeletionCleaned(DeletionScrubbing scrub) : IReaction<DeletionCleaned>
{
    public Task ReactAsync(DeletionCleaned happened, string messageId, CancellationToken cancellationToken) => scrub.RunAsync(happened.DeletionId, cancellationToken);
}
