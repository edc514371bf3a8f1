using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>Of the deletions that somebody asked for, the one that must leave the window before there is room for another; none while there is room.</summary>
internal sealed class DeletionInTheWay : Specification<Deletion>
{
    public DeletionInTheWay(DateTimeOffset since, int limit, IReadOnlyList<string> actors)
    {
        Query.Where(deletion => deletion.ParentDeletionId == null && deletion.CreatedAt > since && actors.Contains(deletion.CreatedBy))
            .OrderByDescending(deletion => deletion.CreatedAt)
            .Skip(limit - 1)
            .Take(1)
            .AsNoTracking();
    }
}
