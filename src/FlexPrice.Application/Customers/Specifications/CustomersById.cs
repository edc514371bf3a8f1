using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Customers;

/// <summary>The customers with ids.</summary>
internal sealed class CustomersById : Specification<Customer>
{
    public CustomersById(IReadOnlyCollection<CustomerId> ids)
    {
        var wanted = ids.ToList();
        Query.Where(customer => wanted.Contains(customer.Id)).AsNoTracking();
    }
}
