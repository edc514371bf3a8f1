using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>Those of some deletions that nobody has recorded as scrubbed meanwhile.</summary>
internal sealed class DeletionsNotScrubbed : Specification<Deletion>
{
    public DeletionsNotScrubbed(IReadOnlySet<DeletionId> ids)
    {
        var wanted = ids.ToList();
        Query.Where(deletion => wanted.Contains(deletion.Id) && deletion.ScrubbedAt == null);
    }
}
