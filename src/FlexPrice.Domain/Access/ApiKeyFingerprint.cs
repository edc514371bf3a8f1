namespace FlexPrice.Domain.Access;

/// <summary>What is stored of an API key.</summary>
/// <param name="Hash">A hash of the key, base64url: SHA-256 of a random key, HMAC-SHA-256 of one that the operator chose.</param>
/// <param name="DisplayId">The first five characters, three stars, the last two; of a key that the operator chose nothing but a piece of the hash.</param>
public readonly record struct ApiKeyFingerprint(string Hash, string DisplayId);
