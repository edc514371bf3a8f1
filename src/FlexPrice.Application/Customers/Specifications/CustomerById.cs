using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Customers;

/// <summary>The customer with an id, in any status.</summary>
internal sealed class CustomerById : Specification<Customer>
{
    public CustomerById(CustomerId id) => Query.Where(customer => customer.Id == id);
}
