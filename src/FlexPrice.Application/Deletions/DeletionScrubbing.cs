using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions;

/// <summary>Scrubs the storage for one deletion, whatever else of it is still to be done, and for all others that had been cleaned by then.</summary>
internal sealed class DeletionScrubbing(IStorageScrubber scrubber, IUnitOfWork unitOfWork, IRepository<Deletion> deletions, TimeProvider clock)
{
    /// <summary>The most deletions that one transaction records as scrubbed.</summary>
    private const int MaximumAtOnce = 500;

    /// <summary>Scrubs, once, and records it for every deletion whose cleaning had ended before.</summary>
    public async Task RunAsync(DeletionId id, CancellationToken cancellationToken)
    {
        var own = await deletions.FirstOrDefaultAsync(new UntrackedDeletionById(id), cancellationToken);
        if (own is { ScrubbedAt: not null })
        {
            return;
        }

        // What is erased while the files are scrubbed may escape. The end of the cleaning asks for a scrub of its own.
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
                    // A recipient who was closed meanwhile left something more to scrub, and asks for it.
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
