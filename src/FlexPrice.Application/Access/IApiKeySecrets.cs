using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>Makes and fingerprints API keys.</summary>
public interface IApiKeySecrets
{
    /// <summary>Makes a key: <c>sk_</c> or <c>pk_</c> and 26 random characters (128 bits from the system's generator).</summary>
    string New(ApiKeyType type);

    /// <summary>What is stored of a key that was made by <see cref="New"/>.</summary>
    ApiKeyFingerprint Fingerprint(string key);

    /// <summary>What is stored of a key that the operator chose.</summary>
    ApiKeyFingerprint KeyedFingerprint(string key);

    /// <summary>The forms in which a presented key may be stored.</summary>
    KeyHashes Hashes(string key);
}
