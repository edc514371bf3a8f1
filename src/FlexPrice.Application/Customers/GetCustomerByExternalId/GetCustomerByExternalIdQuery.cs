using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.GetCustomerByExternalId;

/// <summary>Reads a published customer by the tenant's identifier.</summary>
/// <param name="ExternalId">The identifier.</param>
[RequiresPermission(Permission.CustomerRead)]
public sealed record GetCustomerByExternalIdQuery(string ExternalId) : IQuery<Result<Customer>>;
