using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace FlexPrice.Application.Abstractions;

/// <summary>Conditions on metadata that databases understand.</summary>
public static class MetadataPairs
{
    /// <summary>How texts are escaped in stored metadata. With commas and colons escaped too, what stands between two texts cannot be taken for a text.</summary>
    public static JavaScriptEncoder Encoder { get; } = EscapeSeparators();

    private static readonly JsonSerializerOptions Text = new() { Encoder = Encoder };

    /// <summary>How a pair stands in stored metadata, which are written with <see cref="Encoder"/>: nothing else looks like it.</summary>
    public static string Stored(string key, string value) => $"{JsonSerializer.Serialize(key, Text)}:{JsonSerializer.Serialize(value, Text)}";

    /// <summary>Whether metadata contain a pair. Translated to SQL.</summary>
    /// <param name="metadata">The metadata.</param>
    /// <param name="storedPair">What <see cref="Stored"/> says of the pair.</param>
    public static bool Hold(IReadOnlyDictionary<string, string>? metadata, string storedPair) =>
        metadata is not null && metadata.Any(pair => Stored(pair.Key, pair.Value) == storedPair);

    private static JavaScriptEncoder EscapeSeparators()
    {
        var plain = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        plain.ForbidCharacters(',', ':');
        return JavaScriptEncoder.Create(plain);
    }
}
