using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

/// <summary>Metadata as they are stored, so that databases find a pair in their text.</summary>
internal static class MetadataText
{
    /// <summary>How texts are escaped in stored metadata. With commas and colons escaped too, what stands between two texts cannot be taken for a text.</summary>
    public static JavaScriptEncoder Encoder { get; } = EscapeSeparators();

    private static readonly JsonSerializerOptions Text = new() { Encoder = Encoder };

    /// <summary>How a pair stands in stored metadata, which are written with <see cref="Encoder"/>: nothing else looks like it.</summary>
    public static string Of(MetadataPair pair) => $"{JsonSerializer.Serialize(pair.Key, Text)}:{JsonSerializer.Serialize(pair.Value, Text)}";

    private static JavaScriptEncoder EscapeSeparators()
    {
        var plain = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        plain.ForbidCharacters(',', ':');
        return JavaScriptEncoder.Create(plain);
    }
}
