namespace FlexPrice.Api.Requests;

/// <summary>The endpoint changes something, so that a query parameter which it does not know is refused: whoever misspells one asks for something else than is done.</summary>
internal sealed record CommandMetadata;
