namespace FlexPrice.Domain.Access;

/// <summary>The two looks of an API key. Both authenticate alike; what a key may do is said by its roles, which differ where none are named.</summary>
public enum ApiKeyType
{
    /// <summary>Begins with <c>sk_</c>.</summary>
    PrivateKey,

    /// <summary>Begins with <c>pk_</c>.</summary>
    PublishableKey,
}
