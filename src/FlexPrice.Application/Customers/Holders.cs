using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>Who holds some external ids, and who held them before.</summary>
/// <param name="present">The customers who hold them.</param>
/// <param name="ended">Holdings that ended.</param>
public sealed class Holders(IReadOnlyDictionary<LookupHash, CustomerId> present, IEnumerable<PastHolding> ended)
{
    private readonly ILookup<LookupHash, PastHolding> _ended = ended.OrderBy(holding => holding.EndedAt).ToLookup(holding => holding.ExternalIdHash);

    /// <summary>Who held an external id at a time: whose holding ended first at that time or later, else who holds it now.</summary>
    /// <param name="externalId">The blind index of the external id.</param>
    /// <param name="time">When; null is now.</param>
    public Holder At(LookupHash externalId, DateTimeOffset? time)
    {
        CustomerId? now = present.TryGetValue(externalId, out var holder) ? holder : null;
        return _ended[externalId].FirstOrDefault(holding => holding.EndedAt >= time) is { } past && (past.CustomerId is null || past.CustomerId != now)
            ? new Holder(past.CustomerId, HasGivenUp: true)
            : new Holder(now, HasGivenUp: false);
    }
}
