using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Retention.Events;

namespace FlexPrice.Application.Retention;

/// <summary>Removes the last traces of destroyed keys from the storage. A reaction, because a scrub waits for the transaction that destroyed them.</summary>
[RunsOn(ReactionLane.Scrubbing)]
internal sealed class ScrubStorageWhenDueDocumentsDestroyed(IStorageScrubber scrubber) : IReaction<DueDocumentsDestroyed>
{
    public Task ReactAsync(DueDocumentsDestroyed happened, string messageId, CancellationToken cancellationToken) => scrubber.ScrubAsync(cancellationToken);
}
