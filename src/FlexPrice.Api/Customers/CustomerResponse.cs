using System.Text.Json.Serialization;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Integrations;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Customers;

/// <summary>A customer.</summary>
internal sealed record CustomerResponse
{
    public required string Id { get; init; }

    public required string ExternalId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string? Contact { get; init; }

    public required string AddressLine1 { get; init; }

    public required string AddressLine2 { get; init; }

    public required string AddressCity { get; init; }

    public required string AddressState { get; init; }

    public required string AddressPostalCode { get; init; }

    public required string AddressCountry { get; init; }

    public required string Timezone { get; init; }

    public required IReadOnlyDictionary<string, string>? Metadata { get; init; }

    [FlexPriceExtension]
    public required string? ParentCustomerId { get; init; }

    /// <summary>Always null: request the parent by its id.</summary>
    public CustomerResponse? ParentCustomer { get; init; }

    public required string Status { get; init; }

    public required string EnvironmentId { get; init; }

    public required string TenantId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required string UpdatedBy { get; init; }

    /// <summary>The customer's ids at providers; present when the request expands it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IntegrationMappingResponse>? Integrations { get; init; }

    public static CustomerResponse Of(Customer customer) => new()
    {
        Id = customer.Id.Value,
        ExternalId = customer.ExternalId,
        Name = customer.Name,
        Email = customer.Email,
        Contact = customer.Contact,
        AddressLine1 = customer.Address.Line1,
        AddressLine2 = customer.Address.Line2,
        AddressCity = customer.Address.City,
        AddressState = customer.Address.State,
        AddressPostalCode = customer.Address.PostalCode,
        AddressCountry = customer.Address.Country,
        Timezone = customer.Timezone,
        Metadata = customer.Metadata,
        ParentCustomerId = customer.ParentCustomerId?.Value,
        Status = WireName.Of(customer.Status),
        EnvironmentId = customer.EnvironmentId.Value,
        TenantId = customer.TenantId.Value,
        CreatedAt = customer.CreatedAt,
        UpdatedAt = customer.UpdatedAt,
        CreatedBy = customer.CreatedBy,
        UpdatedBy = customer.UpdatedBy,
    };
}
