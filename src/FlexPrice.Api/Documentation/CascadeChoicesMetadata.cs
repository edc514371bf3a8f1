namespace FlexPrice.Api.Documentation;

/// <summary>The endpoint takes a query parameter for every edge of the cascade, for the API's documentation.</summary>
internal sealed record CascadeChoicesMetadata;
