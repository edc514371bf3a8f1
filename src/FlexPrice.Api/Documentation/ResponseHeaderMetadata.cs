namespace FlexPrice.Api.Documentation;

/// <summary>A header of the successful answer that FlexPrice does not know, for the API's documentation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">The description.</param>
internal sealed record ResponseHeaderMetadata(string Name, string Description);
