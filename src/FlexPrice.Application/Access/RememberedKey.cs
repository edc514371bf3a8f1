namespace FlexPrice.Application.Access;

/// <summary>
/// A key as the database knew it a moment ago. Whoever acts on it commits nothing, and answers nothing, before the database has confirmed it.
/// One per request: all tries of a command share it.
/// </summary>
/// <param name="hashes">What may be stored of the key.</param>
/// <param name="key">Who it belonged to.</param>
public sealed class RememberedKey(KeyHashes hashes, AuthenticatedKey key)
{
    /// <summary>What may be stored of the key.</summary>
    public KeyHashes Hashes { get; } = hashes;

    /// <summary>Who it belonged to.</summary>
    public AuthenticatedKey Key { get; } = key;

    /// <summary>Whether the database has confirmed it since the request began.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Says that the database knows it as it was remembered.</summary>
    public void Confirm() => IsConfirmed = true;

    /// <summary>Says that it is not what was remembered, or that nobody has asked.</summary>
    public void Deny() => IsConfirmed = false;
}
