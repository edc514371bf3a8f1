using FlexPrice.Application.Customers.CreateCustomer;

namespace FlexPrice.Api.Customers;

/// <summary>A new customer.</summary>
internal sealed record CreateCustomerRequest : CustomerRequest
{
    public string? ParentCustomerId { get; init; }

    public string? ParentCustomerExternalId { get; init; }

    public CreateCustomerCommand ToCommand() => new(ExternalId, ToFields(ParentCustomerId, ParentCustomerExternalId));
}
