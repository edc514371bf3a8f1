using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>When the last holding of an external id ended.</summary>
internal sealed class LatestHolding : Specification<PastHolding, DateTimeOffset?>
{
    public LatestHolding(LookupHash externalId) =>
        Query.Where(holding => holding.ExternalIdHash == externalId).OrderByDescending(holding => holding.EndedAt).Take(1).Select(holding => holding.EndedAt);
}
