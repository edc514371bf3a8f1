namespace FlexPrice.Domain.Access;

/// <summary>Whether an API key authenticates.</summary>
public enum ApiKeyStatus
{
    /// <summary>It does, until it expires.</summary>
    Published,

    /// <summary>It was revoked.</summary>
    Deleted,
}
