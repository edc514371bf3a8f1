using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>The records of deletions that are cleaned and not scrubbed, to be looked at and not changed, the oldest first.</summary>
internal sealed class DeletionsToScrub : Specification<Deletion>
{
    public DeletionsToScrub(int limit) => Query
        .Where(deletion => deletion.ScrubbedAt == null && deletion.CleanedAt != null)
        .OrderBy(deletion => deletion.Id)
        .Take(limit)
        .AsNoTracking();
}
