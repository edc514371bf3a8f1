using FlexPrice.Api.Documentation;
using FlexPrice.Application.Customers.UpdateCustomer;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Api.Customers;

/// <summary>What changes about a customer; absent fields stay as they are.</summary>
internal sealed record UpdateCustomerRequest : CustomerRequest
{
    /// <summary>An empty string takes the customer out of its family.</summary>
    [FlexPriceExtension]
    public string? ParentCustomerId { get; init; }

    [FlexPriceExtension]
    public string? ParentCustomerExternalId { get; init; }

    /// <summary><c>archived</c> takes the customer out of business, <c>published</c> back into it.</summary>
    [FlexPriceExtension]
    public string? Status { get; init; }

    public UpdateCustomerCommand ToCommand(CustomerReference customer) =>
        new(customer, ExternalId, ToFields(ParentCustomerId, ParentCustomerExternalId), Status);
}
