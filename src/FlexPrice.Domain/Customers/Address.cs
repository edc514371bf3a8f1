using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Customers;

/// <summary>A postal address. Every part is optional and empty when unset.</summary>
public sealed record Address
{
    /// <summary>An address of which nothing is known.</summary>
    public static Address Empty { get; } = new();

    /// <summary>First line, at most 255 characters.</summary>
    [PersonalData(PersonalDataCategory.Address)]
    public string Line1 { get; init; } = "";

    /// <summary>Second line, at most 255 characters.</summary>
    [PersonalData(PersonalDataCategory.Address)]
    public string Line2 { get; init; } = "";

    /// <summary>City, at most 100 characters.</summary>
    [PersonalData(PersonalDataCategory.Address)]
    public string City { get; init; } = "";

    /// <summary>State or province, at most 100 characters.</summary>
    [PersonalData(PersonalDataCategory.Address)]
    public string State { get; init; } = "";

    /// <summary>Postal code, at most 20 characters.</summary>
    [PersonalData(PersonalDataCategory.Address)]
    public string PostalCode { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2 code in upper case, or empty.</summary>
    [PersonalData(PersonalDataCategory.Address)]
    public string Country { get; init; } = "";
}
