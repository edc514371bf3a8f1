using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions;

/// <summary>Records that a deletion was announced to the operator.</summary>
internal sealed class DeletionTelling(IUnitOfWork unitOfWork, IRepository<Deletion> deletions, TimeProvider clock)
{
    /// <summary>Records it. A deletion without a record counts as announced.</summary>
    public Task FinishAsync(DeletionId id, CancellationToken cancellationToken) => unitOfWork.ExecuteStepAsync<DeletionId>(
        async token =>
        {
            var deletion = await deletions.FirstOrDefaultAsync(new DeletionById(id), token);
            deletion?.FinishTelling(new Change(clock.GetUtcNow(), ""));
            return id;
        },
        cancellationToken);
}
