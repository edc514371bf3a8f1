namespace FlexPrice.Api.Requests;

/// <summary>The endpoint is for callers with an API key.</summary>
internal sealed record RequiresKeyMetadata;
