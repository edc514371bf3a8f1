using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions.Events;

namespace FlexPrice.Application.Deletions;

/// <summary>Scrubs what the deletion's transaction removed out of the storage's files, at once: whoever cannot be told for hours must not keep it there.</summary>
[RunsOn(ReactionLane.Scrubbing)]
internal sealed class ScrubStorageWhenCustomerDeleted(DeletionScrubbing scrub) : IReaction<CustomerDeleted>
{
    public Task ReactAsync(CustomerDeleted happened, string messageId, CancellationToken cancellationToken) => scrub.RunAsync(happened.DeletionId, cancellationToken);
}
