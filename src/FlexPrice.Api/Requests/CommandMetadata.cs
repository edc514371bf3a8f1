namespace FlexPrice.Api.Requests;

/// <summary>Marks an endpoint that changes something. It refuses unknown query parameters: with a misspelt one the request would do something else than intended.</summary>
internal sealed record CommandMetadata;
