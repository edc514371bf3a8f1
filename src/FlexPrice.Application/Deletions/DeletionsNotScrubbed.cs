using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>Those of some deletions that are not recorded as scrubbed.</summary>
internal sealed class DeletionsNotScrubbed : Specification<Deletion>
{
    public DeletionsNotScrubbed(IReadOnlyList<DeletionId> ids) =>
        Query.Where(deletion => ids.Contains(deletion.Id) && deletion.ScrubbedAt == null);
}
