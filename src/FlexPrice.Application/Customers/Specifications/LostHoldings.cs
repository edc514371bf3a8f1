using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>A customer's ended holdings of an external id that the customer has not taken again.</summary>
internal sealed class LostHoldings : Specification<PastHolding>
{
    public LostHoldings(LookupHash externalId, CustomerId customer) =>
        Query.Where(holding => holding.ExternalIdHash == externalId && holding.CustomerId == customer && !holding.IsResumed);
}
