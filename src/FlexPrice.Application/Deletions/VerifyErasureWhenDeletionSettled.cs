using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions;

/// <summary>Searches the storage for what should be gone; only then is the deletion completed.</summary>
internal sealed class VerifyErasureWhenDeletionSettled(
    ILeftoverSearch leftovers,
    IUnitOfWork unitOfWork,
    IRepositoryBase<Deletion> deletions,
    TimeProvider clock) : IReaction<DeletionSettled>
{
    public Task ReactAsync(DeletionSettled happened, string messageId, CancellationToken cancellationToken) =>
        unitOfWork.CompleteAsync<DeletionId>(
            async token =>
            {
                var found = await leftovers.CountAsync(happened.CustomerId, token);
                var deletion = await deletions.FirstOrDefaultAsync(new DeletionById(happened.DeletionId), token);
                deletion?.FinishVerification(found, new Change(clock.GetUtcNow(), ""));
                return happened.DeletionId;
            },
            cancellationToken);
}
