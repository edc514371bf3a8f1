namespace FlexPrice.Api.Wire;

/// <summary>An endpoint takes larger bodies than others.</summary>
/// <param name="Bytes">The largest body.</param>
internal sealed record BodyLimitMetadata(int Bytes);
