using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions.Events;

namespace FlexPrice.Application.Deletions;

/// <summary>Scrubs the removed data from the storage's files at once, without waiting for slow recipients.</summary>
[RunsOn(ReactionLane.Scrubbing)]
internal sealed class ScrubStorageWhenCustomerDeleted(DeletionScrubbing scrub) : IReaction<CustomerDeleted>
{
    public Task ReactAsync(CustomerDeleted happened, string messageId, CancellationToken cancellationToken) => scrub.RunAsync(happened.DeletionId, cancellationToken);
}
