namespace FlexPrice.Application.Abstractions;

/// <summary>A pair that metadata may hold.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public readonly record struct MetadataPair(string Key, string Value)
{
    /// <summary>Whether metadata hold a pair. Translated to SQL.</summary>
    /// <param name="metadata">The metadata.</param>
    /// <param name="pair">The pair.</param>
    public static bool IsIn(IReadOnlyDictionary<string, string>? metadata, MetadataPair pair) =>
        metadata is not null && metadata.TryGetValue(pair.Key, out var value) && value == pair.Value;
}
