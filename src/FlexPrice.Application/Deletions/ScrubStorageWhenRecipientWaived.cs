using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions.Events;

namespace FlexPrice.Application.Deletions;

/// <summary>Scrubs the sealed data of a closed recipient from the storage's files.</summary>
[RunsOn(ReactionLane.Scrubbing)]
internal sealed class ScrubStorageWhenRecipientWaived(DeletionScrubbing scrub) : IReaction<RecipientWaived>
{
    public Task ReactAsync(RecipientWaived happened, string messageId, CancellationToken cancellationToken) => scrub.RunAsync(happened.DeletionId, cancellationToken);
}
