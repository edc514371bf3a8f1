using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Customers;

/// <summary>The tenant's own identifier of a customer with its blind index.</summary>
/// <param name="Value">The identifier, 1 to 255 characters.</param>
/// <param name="Hash">The keyed hash of the identifier.</param>
public readonly record struct ExternalId(string Value, LookupHash Hash);
