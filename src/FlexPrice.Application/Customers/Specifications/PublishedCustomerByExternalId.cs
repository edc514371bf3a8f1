using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>The published customer with an external id.</summary>
internal sealed class PublishedCustomerByExternalId : Specification<Customer>
{
    public PublishedCustomerByExternalId(LookupHash externalId) =>
        Query.Where(customer => customer.ExternalIdHash == externalId && customer.Status == CustomerStatus.Published);
}
