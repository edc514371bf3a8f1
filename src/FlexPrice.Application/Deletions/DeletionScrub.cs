using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions;

/// <summary>Scrubs the storage for one deletion, whatever else of it is still to be done.</summary>
internal sealed class DeletionScrub(IStorageScrubber scrubber, IUnitOfWork unitOfWork, IRepositoryBase<Deletion> deletions, TimeProvider clock)
{
    /// <summary>Scrubs, once, and records it when everything that is erased in batches had been gone before.</summary>
    public async Task RunAsync(DeletionId id, CancellationToken cancellationToken)
    {
        var before = await deletions.FirstOrDefaultAsync(new DeletionToRead(id), cancellationToken);
        if (before is { ScrubbedAt: not null })
        {
            return;
        }

        // What is erased while the files are scrubbed may escape. The end of the cleaning asks for a scrub of its own.
        var wasCleaned = before is { CleanedAt: not null };
        await scrubber.ScrubAsync(cancellationToken);
        if (!wasCleaned)
        {
            return;
        }

        await unitOfWork.CompleteAsync<DeletionId>(
            async token =>
            {
                var deletion = await deletions.FirstOrDefaultAsync(new DeletionById(id), token);
                deletion?.FinishScrubbing(new Change(clock.GetUtcNow(), ""));
                return id;
            },
            cancellationToken);
    }
}
