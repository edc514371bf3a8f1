using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Application.Deletions;

/// <summary>Searches the storage for leftovers; the deletion is completed only when there are none. Until then the search fails and is repeated.</summary>
internal sealed partial class VerifyErasureWhenDeletionSettled(
    ILeftoverSearch search,
    IStorageScrubber scrubber,
    IUnitOfWork unitOfWork,
    IRepository<Deletion> deletions,
    TimeProvider clock,
    ILogger<VerifyErasureWhenDeletionSettled> logger) : IReaction<DeletionSettled>
{
    public async Task ReactAsync(DeletionSettled happened, string messageId, CancellationToken cancellationToken)
    {
        var leftovers = await search.FindAsync(happened.CustomerId, cancellationToken);
        if (leftovers.Count == 0 && await deletions.FirstOrDefaultAsync(new UntrackedDeletionById(happened.DeletionId), cancellationToken) is { State: DeletionState.FailedVerification })
        {
            // A person has removed what an earlier search found, after the scrub.
            await scrubber.ScrubAsync(cancellationToken);
        }

        var completed = await RecordAsync(happened.DeletionId, leftovers.Sum(leftover => leftover.Rows), cancellationToken);
        if (leftovers.Count > 0)
        {
            Report(happened.DeletionId, leftovers);
            throw new LeftoversFoundException();
        }

        // If the clock was set back meanwhile, there is no valid duration.
        if (completed is { } duration && duration >= TimeSpan.Zero)
        {
            FlexPriceTelemetry.DeletionCompletion.Record(duration.TotalSeconds);
        }
    }

    // The duration of the deletion, if this search has completed it.
    private async Task<TimeSpan?> RecordAsync(DeletionId id, long rows, CancellationToken cancellationToken)
    {
        TimeSpan? took = null;
        await unitOfWork.ExecuteStepAsync<DeletionId>(
            async token =>
            {
                // Of this attempt only: an earlier one may have been rolled back.
                took = null;
                if (await deletions.FirstOrDefaultAsync(new DeletionById(id), token) is { CompletedAt: null } deletion)
                {
                    deletion.FinishVerification(rows, new Change(clock.GetUtcNow(), ""));
                    took = deletion.CompletedAt - deletion.CreatedAt;
                }

                return id;
            },
            cancellationToken);
        return took;
    }

    private void Report(DeletionId id, IReadOnlyList<Leftover> leftovers)
    {
        foreach (var (table, rows) in leftovers)
        {
            FlexPriceTelemetry.Leftovers.Add(rows, new KeyValuePair<string, object?>("table", table));
            LogLeftover(logger, id.Value, rows, table);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Deletion {DeletionId} failed verification: {Rows} rows of {Table} still refer to the deleted customer. The search is repeated until it finds none")]
    private static partial void LogLeftover(ILogger logger, string deletionId, long rows, string table);
}
