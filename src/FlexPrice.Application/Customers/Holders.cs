using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>The current and former holders of external ids.</summary>
/// <param name="present">The current holders.</param>
/// <param name="ended">Holdings that ended.</param>
public sealed class Holders(IReadOnlyDictionary<LookupHash, CustomerId> present, IEnumerable<PastHolding> ended)
{
    private readonly ILookup<LookupHash, PastHolding> _ended = ended.OrderBy(holding => holding.EndedAt).ToLookup(holding => holding.ExternalIdHash);

    /// <summary>The holder of an external id at a time: the one whose holding ended first at or after that time, otherwise the current one.</summary>
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
