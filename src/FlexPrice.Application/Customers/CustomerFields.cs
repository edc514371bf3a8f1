using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Customers;

/// <summary>The fields of a customer in a request. Null is absent: a default on creation, unchanged on update.</summary>
public sealed record CustomerFields
{
    /// <summary>At most 255 characters.</summary>
    public string? Name { get; init; }

    /// <summary>An e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>At most 20 characters.</summary>
    public string? Contact { get; init; }

    /// <summary>At most 255 characters.</summary>
    public string? AddressLine1 { get; init; }

    /// <summary>At most 255 characters.</summary>
    public string? AddressLine2 { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? AddressCity { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? AddressState { get; init; }

    /// <summary>At most 20 characters.</summary>
    public string? AddressPostalCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string? AddressCountry { get; init; }

    /// <summary>An IANA time zone.</summary>
    public string? Timezone { get; init; }

    /// <summary>Replaces the whole map.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Our id of the customer above; an empty string takes the customer out of its family.</summary>
    public string? ParentCustomerId { get; init; }

    /// <summary>The tenant's id of the customer above.</summary>
    public string? ParentCustomerExternalId { get; init; }

    /// <summary>The parent that the request names; null for none. Our id takes precedence over the tenant's.</summary>
    internal CustomerReference? Parent => (ParentCustomerId, ParentCustomerExternalId) switch
    {
        ({ Length: > 0 } id, _) => new CustomerReference(id),
        (_, { Length: > 0 } externalId) => new CustomerReference(null, externalId),
        _ => null,
    };
}
