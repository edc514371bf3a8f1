namespace FlexPrice.Application.Access.RevokeApiKey;

/// <summary>What became of the keys that descend from one that was revoked.</summary>
/// <param name="Living">How many still authenticated when it was revoked.</param>
/// <param name="Revoked">How many were revoked together with it.</param>
public sealed record KeyDescendantCount(int Living, int Revoked);
