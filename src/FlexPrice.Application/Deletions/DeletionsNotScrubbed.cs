using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>Those of some deletions that nobody has recorded as scrubbed meanwhile.</summary>
internal sealed class DeletionsNotScrubbed : Specification<Deletion>
{
    public DeletionsNotScrubbed(IReadOnlyList<DeletionId> ids) =>
        Query.Where(deletion => ids.Contains(deletion.Id) && deletion.ScrubbedAt == null);
}
