using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>Of the deletions that a key asked for, the one that must leave the window before there is room for another; none while there is room.</summary>
internal sealed class DeletionInTheWay : Specification<Deletion>
{
    public DeletionInTheWay(string actor, DateTimeOffset since, int limit) =>
        Query.Where(deletion => deletion.ParentDeletionId == null && deletion.CreatedBy == actor && deletion.CreatedAt > since)
            .OrderByDescending(deletion => deletion.CreatedAt)
            .Skip(limit - 1)
            .Take(1)
            .AsNoTracking();
}
