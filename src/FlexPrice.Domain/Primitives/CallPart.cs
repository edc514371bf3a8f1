namespace FlexPrice.Domain.Primitives;

/// <summary>A part of a request or an answer that is not one of its fields. The Api renders its name.</summary>
public enum CallPart
{
    /// <summary>The caller's API key.</summary>
    ApiKey,

    /// <summary>The key under which the answer is remembered.</summary>
    IdempotencyKey,

    /// <summary>How long to wait before the next try.</summary>
    RetryAfter,
}
