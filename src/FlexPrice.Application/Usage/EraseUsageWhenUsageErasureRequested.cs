using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage.Events;

namespace FlexPrice.Application.Usage;

/// <summary>Erases the usage events of a deleted customer in batches. Each batch is counted in its own transaction, so an interruption costs neither work nor count.</summary>
internal sealed class EraseUsageWhenUsageErasureRequested(
    IUsageStore usage,
    IUnitOfWork unitOfWork,
    IRepository<Deletion> deletions,
    IFailpoints failpoints,
    TimeProvider clock) : IReaction<UsageErasureRequested>
{
    internal const int BatchSize = 1000;

    public async Task ReactAsync(UsageErasureRequested happened, string messageId, CancellationToken cancellationToken)
    {
        while (await EraseBatchAsync(happened, cancellationToken) > 0)
        {
            await failpoints.ReachAsync(Failpoint.UsageBatchErased, cancellationToken);
        }
    }

    // The empty batch is the last one and finishes the cleaning.
    private Task<int> EraseBatchAsync(UsageErasureRequested happened, CancellationToken cancellationToken) =>
        unitOfWork.ExecuteStepAsync<int>(
            async token =>
            {
                var erased = await usage.EraseBatchAsync(happened.SubjectIds, BatchSize, token);
                var deletion = await deletions.FirstOrDefaultAsync(new DeletionById(happened.DeletionId), token);
                var change = new Change(clock.GetUtcNow(), "");
                if (erased > 0)
                {
                    deletion?.CountErasedUsage(erased, change);
                }
                else
                {
                    deletion?.FinishCleaning(change);
                }

                return erased;
            },
            cancellationToken);
}
