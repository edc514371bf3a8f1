namespace FlexPrice.Domain.Access;

/// <summary>The two types of API keys. Both authenticate alike; the roles decide what a key may do. The types differ in their default roles.</summary>
public enum ApiKeyType
{
    /// <summary>Begins with <c>sk_</c>.</summary>
    PrivateKey,

    /// <summary>Begins with <c>pk_</c>.</summary>
    PublishableKey,
}
