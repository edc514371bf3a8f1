using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.GetCustomer;

internal sealed class GetCustomerHandler(CustomerResolver resolver) : IQueryHandler<GetCustomerQuery, Result<Customer>>
{
    public Task<Result<Customer>> HandleAsync(GetCustomerQuery query, CancellationToken cancellationToken) =>
        resolver.ResolveAsync(new CustomerReference(query.Id), cancellationToken);
}
