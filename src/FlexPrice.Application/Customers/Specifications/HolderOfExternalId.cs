using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>The id of the published customer with an external id.</summary>
internal sealed class HolderOfExternalId : Specification<Customer, CustomerId?>
{
    public HolderOfExternalId(LookupHash externalId) => Query
        .Where(customer => customer.ExternalIdHash == externalId && customer.Status == CustomerStatus.Published)
        .Select(customer => customer.Id);
}
