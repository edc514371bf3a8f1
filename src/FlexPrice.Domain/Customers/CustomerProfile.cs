namespace FlexPrice.Domain.Customers;

/// <summary>What a tenant tells about a customer.</summary>
/// <param name="Name">At most 255 characters, may be empty.</param>
/// <param name="Email">An e-mail address, may be empty.</param>
/// <param name="Contact">A telephone number or the like, at most 20 characters; null when unset.</param>
/// <param name="Address">The postal address.</param>
/// <param name="Timezone">An IANA time zone. FlexPrice's default is <c>UTC</c>.</param>
/// <param name="Metadata">The tenant's own pairs; null when never given.</param>
public sealed record CustomerProfile(
    string Name,
    string Email,
    string? Contact,
    Address Address,
    string Timezone,
    IReadOnlyDictionary<string, string>? Metadata);
