using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>An API key that descends from another one.</summary>
/// <param name="Id">The id of the key.</param>
/// <param name="Status">Whether it was revoked.</param>
/// <param name="ExpiresAt">From when on it no longer authenticates, UTC; null for never.</param>
public sealed record KeyDescendant(ApiKeyId Id, ApiKeyStatus Status, DateTimeOffset? ExpiresAt);
