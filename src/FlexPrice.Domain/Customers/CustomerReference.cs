namespace FlexPrice.Domain.Customers;

/// <summary>How a request names a customer: by our id, by the tenant's, or by both, which must agree.</summary>
/// <param name="Id">Our id as it was sent.</param>
/// <param name="ExternalId">The tenant's id as it was sent.</param>
public sealed record CustomerReference(string? Id, string? ExternalId = null);
