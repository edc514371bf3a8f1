using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Pipeline;

/// <summary>
/// What is remembered of a request that carries an idempotency key: keyed hashes, nothing personal.
/// The unstored key is part of the fingerprint, so a guessed request cannot be tested against it.
/// </summary>
/// <param name="Key">The hash of the key.</param>
/// <param name="Fingerprint">The hash of the request.</param>
internal readonly record struct IdempotentRequest(LookupHash Key, LookupHash Fingerprint)
{
    public static IdempotentRequest Of<TRequest>(TRequest request, string key, EnvironmentScope scope, ILookupHasher hasher) => new(
        hasher.Hash(scope, LookupPurpose.IdempotencyKey, key),
        hasher.Hash(scope, LookupPurpose.RequestFingerprint, $"{key}\n{typeof(TRequest).Name}\n{JsonSerializer.Serialize(request)}"));
}
