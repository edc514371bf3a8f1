using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.SearchDeletions;

/// <summary>Deletions that match a search, the newest first.</summary>
internal sealed class DeletionsMatching : Specification<Deletion>
{
    public DeletionsMatching(SearchDeletionsQuery query)
    {
        if (query.CustomerId is { } sent)
        {
            // An id of another kind matches no customer.
            var id = sent.Id<CustomerId>();
            Query.Where(deletion => deletion.CustomerId == id);
        }

        if (WireName.TryParse<DeletionState>(query.State, out var state))
        {
            Query.Where(deletion => deletion.State == state);
        }

        Query.OrderByDescending(deletion => deletion.CreatedAt)
            .ThenByDescending(deletion => deletion.Id)
            .Include(deletion => deletion.Recipients)
            .Skip(query.Paging.Offset)
            .Take(query.Paging.EffectiveLimit)
            .AsNoTracking();
    }
}
