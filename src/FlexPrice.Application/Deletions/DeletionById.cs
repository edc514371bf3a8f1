using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>The record of a deletion.</summary>
internal sealed class DeletionById : Specification<Deletion>
{
    public DeletionById(DeletionId id) => Query.Where(deletion => deletion.Id == id);
}
