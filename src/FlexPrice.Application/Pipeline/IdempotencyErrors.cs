using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Pipeline;

/// <summary>What is wrong with an idempotency key.</summary>
public static class IdempotencyErrors
{
    /// <summary>The longest key, in characters.</summary>
    public const int MaximumKeyLength = 255;

    /// <summary>The key was used for another request.</summary>
    public static Error KeyOfAnotherRequest() =>
        new Error(ErrorKind.Validation, $"The {CallPart.IdempotencyKey} was used for a different request")
            .With(CallPart.IdempotencyKey, "Send a new key for a new request; send the same key only to repeat the very same request.");

    /// <summary>The key is empty or too long.</summary>
    public static Error BadKey() =>
        new Error(ErrorKind.Validation, "Request validation failed")
            .With(CallPart.IdempotencyKey, $"Send 1 to {MaximumKeyLength} printable ASCII characters, for example a UUID.");

    /// <summary>The answer contains a secret that is shown once, so it cannot be replayed.</summary>
    public static Error NotSupported() =>
        new Error(ErrorKind.Validation, "Request validation failed")
            .With(CallPart.IdempotencyKey, "Not supported here: the answer holds a secret that is shown once. Send the request without it.");
}
