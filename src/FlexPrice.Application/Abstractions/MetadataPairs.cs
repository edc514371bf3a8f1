using System.Text.Json;

namespace FlexPrice.Application.Abstractions;

/// <summary>Conditions on metadata that databases understand.</summary>
public static class MetadataPairs
{
    /// <summary>How a pair stands in stored metadata. Quotes inside of texts are escaped there, so nothing else looks like it.</summary>
    public static string Stored(string key, string value) => $"{JsonSerializer.Serialize(key)}:{JsonSerializer.Serialize(value)}";

    /// <summary>Whether metadata contain a pair. Translated to SQL.</summary>
    /// <param name="metadata">The metadata.</param>
    /// <param name="storedPair">What <see cref="Stored"/> says of the pair.</param>
    public static bool Hold(IReadOnlyDictionary<string, string>? metadata, string storedPair) =>
        metadata is not null && metadata.Any(pair => Stored(pair.Key, pair.Value) == storedPair);
}
