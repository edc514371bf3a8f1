using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>Of the deletions that count against an allowance, the one that must leave the window before there is room for another; none while there is room.</summary>
internal sealed class NextDeletionToExpire : Specification<Deletion>
{
    public NextDeletionToExpire(string lineageId, DateTimeOffset since, int limit)
    {
        Query.Where(deletion => deletion.LineageId == lineageId && deletion.CreatedAt > since)
            .OrderByDescending(deletion => deletion.CreatedAt)
            .Skip(limit - 1)
            .Take(1)
            .AsNoTracking();
    }
}
