namespace FlexPrice.Domain.Primitives;

/// <summary>A keyed hash of a personal value: it can be compared and indexed without revealing the value (a blind index).</summary>
/// <param name="Value">The hash in base64url, 43 characters.</param>
public readonly record struct LookupHash(string Value);
