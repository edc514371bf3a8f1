using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlexPrice.Api.Wire;

/// <summary>Text, without the character U+0000: JSON has it, but no database is bound to keep it.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public const char Nul = '\0';

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException();
        }

        var text = reader.GetString()!;
        return text.Contains(Nul, StringComparison.Ordinal) ? throw new WireFormatException("must not hold the character U+0000.") : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
