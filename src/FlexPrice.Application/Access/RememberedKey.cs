namespace FlexPrice.Application.Access;

/// <summary>
/// A cached key. A command that uses it commits nothing and answers nothing before the database has confirmed it.
/// One per request: all attempts of a command share it.
/// </summary>
/// <param name="hashes">What may be stored of the key.</param>
/// <param name="key">The owner.</param>
public sealed class RememberedKey(KeyHashes hashes, AuthenticatedKey key)
{
    /// <summary>What may be stored of the key.</summary>
    public KeyHashes Hashes { get; } = hashes;

    /// <summary>The owner.</summary>
    public AuthenticatedKey Key { get; } = key;

    /// <summary>Whether the database has confirmed it since the request began.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Says that the database knows it as it was remembered.</summary>
    public void Confirm() => IsConfirmed = true;

    /// <summary>Records that the key is outdated or was not confirmed.</summary>
    public void Deny() => IsConfirmed = false;
}
