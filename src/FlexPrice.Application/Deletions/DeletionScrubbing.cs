using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions;

/// <summary>Scrubs the storage for one deletion, regardless of its other pending work, and for all others that were cleaned before.</summary>
internal sealed class DeletionScrubbing(IStorageScrubber scrubber, IUnitOfWork unitOfWork, IRepository<Deletion> deletions, TimeProvider clock)
{
    /// <summary>The most deletions that one transaction records as scrubbed.</summary>
    private const int MaximumAtOnce = 500;

    /// <summary>Scrubs once, and records it for every deletion that was cleaned before.</summary>
    public async Task RunAsync(DeletionId id, CancellationToken cancellationToken)
    {
        var own = await deletions.FirstOrDefaultAsync(new UntrackedDeletionById(id), cancellationToken);
        if (own is { ScrubbedAt: not null })
        {
            return;
        }

        // The scrub may miss data that is erased while it runs. The end of the cleaning requests another scrub.
        var cleaned = (await deletions.ListAsync(new DeletionsToScrub(MaximumAtOnce), cancellationToken)).ToDictionary(deletion => deletion.Id, deletion => deletion.OpenRecipients);
        if (own is { CleanedAt: not null })
        {
            cleaned[id] = own.OpenRecipients;
        }

        await scrubber.ScrubAsync(cancellationToken);
        if (cleaned.Count == 0)
        {
            return;
        }

        await unitOfWork.ExecuteStepAsync<DeletionId>(
            async token =>
            {
                var change = new Change(clock.GetUtcNow(), "");
                foreach (var deletion in await deletions.ListAsync(new DeletionsNotScrubbed([.. cleaned.Keys]), token))
                {
                    // A recipient that was closed meanwhile left more to scrub, and requests it.
                    if (deletion.OpenRecipients == cleaned[deletion.Id])
                    {
                        deletion.FinishScrubbing(change);
                    }
                }

                return id;
            },
            cancellationToken);
    }
}
