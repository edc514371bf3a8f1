using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>The record of a deletion, to be looked at and not changed.</summary>
internal sealed class UntrackedDeletionById : Specification<Deletion>
{
    public UntrackedDeletionById(DeletionId id) => Query.Where(deletion => deletion.Id == id).AsNoTracking();
}
