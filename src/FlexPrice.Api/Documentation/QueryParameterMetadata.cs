namespace FlexPrice.Api.Documentation;

/// <summary>A query parameter, for the API's documentation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
internal sealed record QueryParameterMetadata(string Name, string Description)
{
    /// <summary>Whether it is a whole number. Default: text.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it may be sent again and again. Default: once.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether FlexPrice does not know it.</summary>
    public bool IsExtension { get; init; }

    /// <summary>The values there are; null when it is free.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
