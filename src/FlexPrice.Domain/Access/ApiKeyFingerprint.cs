namespace FlexPrice.Domain.Access;

/// <summary>What is stored of an API key.</summary>
/// <param name="Hash">SHA-256 of the key, base64url.</param>
/// <param name="DisplayId">The first five characters, three stars, the last two.</param>
public readonly record struct ApiKeyFingerprint(string Hash, string DisplayId);
