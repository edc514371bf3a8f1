namespace FlexPrice.Api.Requests;

/// <summary>What an endpoint does with an <c>Idempotency-Key</c>; without it the header is ignored.</summary>
/// <param name="Use">What it does.</param>
internal sealed record IdempotencyMetadata(IdempotencyUse Use);
