using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

/// <summary>Metadata as they are stored, so that databases find a pair in their text.</summary>
internal static class MetadataText
{
    /// <summary>The escaping of texts in stored metadata. Commas and colons are escaped too, so the separators between two texts cannot be part of a text.</summary>
    public static JavaScriptEncoder Encoder { get; } = EscapeSeparators();

    private static readonly JsonSerializerOptions Text = new() { Encoder = Encoder };

    /// <summary>The form of a pair in stored metadata, which are written with <see cref="Encoder"/>: no other text looks like it.</summary>
    public static string Of(MetadataPair pair) => $"{JsonSerializer.Serialize(pair.Key, Text)}:{JsonSerializer.Serialize(pair.Value, Text)}";

    private static JavaScriptEncoder EscapeSeparators()
    {
        var plain = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        plain.ForbidCharacters(',', ':');
        return JavaScriptEncoder.Create(plain);
    }
}
