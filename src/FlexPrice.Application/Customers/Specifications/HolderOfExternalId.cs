using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>The published customer who holds an external id, to look at and not to change.</summary>
internal sealed class HolderOfExternalId : Specification<Customer>
{
    public HolderOfExternalId(LookupHash externalId) =>
        Query.Where(customer => customer.ExternalIdHash == externalId && customer.Status == CustomerStatus.Published).AsNoTracking();
}
