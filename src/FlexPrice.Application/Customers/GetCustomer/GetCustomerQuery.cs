using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.GetCustomer;

/// <summary>Reads a customer, archived ones too.</summary>
/// <param name="Id">The customer.</param>
[RequiresPermission(Permission.CustomerRead)]
public sealed record GetCustomerQuery(string Id) : IQuery<Result<Customer>>;
