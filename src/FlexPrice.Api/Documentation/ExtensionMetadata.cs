namespace FlexPrice.Api.Documentation;

/// <summary>FlexPrice does not know the endpoint, for the API's documentation.</summary>
internal sealed record ExtensionMetadata;
