using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>The archived customers who have an external id, the newest first, to look at and not to change.</summary>
internal sealed class ArchivedCustomersByExternalId : Specification<Customer>
{
    public ArchivedCustomersByExternalId(LookupHash externalId) => Query
        .Where(customer => customer.ExternalIdHash == externalId && customer.Status == CustomerStatus.Archived)
        .OrderByDescending(customer => customer.Id)
        .AsNoTracking();
}
