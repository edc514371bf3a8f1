using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>The records with ids, to be changed.</summary>
internal sealed class DeletionsById : Specification<Deletion>
{
    public DeletionsById(IReadOnlyCollection<DeletionId> ids)
    {
        var wanted = ids.ToList();
        Query.Where(deletion => wanted.Contains(deletion.Id));
    }
}
