using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>The holding of an external id that ended last.</summary>
internal sealed class LatestHolding : Specification<PastHolding>
{
    public LatestHolding(LookupHash externalId) =>
        Query.Where(holding => holding.ExternalIdHash == externalId).OrderByDescending(holding => holding.EndedAt).Take(1).AsNoTracking();
}
