using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.CreateCustomer;

/// <summary>Registers a customer.</summary>
/// <param name="ExternalId">The tenant's identifier.</param>
/// <param name="Fields">What else is known.</param>
[RequiresPermission(Permission.CustomerWrite)]
public sealed record CreateCustomerCommand(string? ExternalId, CustomerFields Fields) : ICommand<CommandResult<CustomerId>>;
