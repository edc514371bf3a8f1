using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.GetCustomerByExternalId;

internal sealed class GetCustomerByExternalIdHandler(CustomerResolver resolver) : IQueryHandler<GetCustomerByExternalIdQuery, Result<Customer>>
{
    public async Task<Result<Customer>> HandleAsync(GetCustomerByExternalIdQuery query, CancellationToken cancellationToken) =>
        await resolver.FindByExternalIdAsync(query.ExternalId, cancellationToken) is { } customer
            ? customer
            : CustomerErrors.LookupKeyNotFound(query.ExternalId);
}
