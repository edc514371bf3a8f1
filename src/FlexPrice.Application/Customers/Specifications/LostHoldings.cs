using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>The ended holdings of an external id whose customers are there and have not taken it again.</summary>
internal sealed class LostHoldings : Specification<PastHolding>
{
    public LostHoldings(LookupHash externalId) =>
        Query.Where(holding => holding.ExternalIdHash == externalId && holding.CustomerId != null && !holding.IsResumed);
}
