using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>The record of a deletion, to be looked at and not changed.</summary>
internal sealed class DeletionToRead : Specification<Deletion>
{
    public DeletionToRead(DeletionId id) => Query.Where(deletion => deletion.Id == id).AsNoTracking();
}
