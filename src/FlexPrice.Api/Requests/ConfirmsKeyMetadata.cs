namespace FlexPrice.Api.Requests;

/// <summary>What the endpoint does confirms the caller's key in its own transaction. Every other endpoint has the key looked up before.</summary>
internal sealed record ConfirmsKeyMetadata;
