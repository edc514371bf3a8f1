using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>What was answered under an idempotency key.</summary>
/// <param name="Fingerprint">The keyed hash of the request.</param>
/// <param name="Reference">The id that was answered.</param>
public sealed record RememberedAnswer(LookupHash Fingerprint, string Reference);
