using FlexPrice.Application.Customers;

namespace FlexPrice.Api.Customers;

/// <summary>What requests say about a customer.</summary>
internal abstract record CustomerRequest
{
    public string? ExternalId { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Contact { get; init; }

    public string? AddressLine1 { get; init; }

    public string? AddressLine2 { get; init; }

    public string? AddressCity { get; init; }

    public string? AddressState { get; init; }

    public string? AddressPostalCode { get; init; }

    public string? AddressCountry { get; init; }

    public string? Timezone { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    protected CustomerFields ToFields(string? parentCustomerId, string? parentCustomerExternalId) => new()
    {
        Name = Name,
        Email = Email,
        Contact = Contact,
        AddressLine1 = AddressLine1,
        AddressLine2 = AddressLine2,
        AddressCity = AddressCity,
        AddressState = AddressState,
        AddressPostalCode = AddressPostalCode,
        AddressCountry = AddressCountry,
        Timezone = Timezone,
        Metadata = Metadata,
        ParentCustomerId = parentCustomerId,
        ParentCustomerExternalId = parentCustomerExternalId,
    };
}
