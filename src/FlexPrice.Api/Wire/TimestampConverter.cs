using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlexPrice.Api.Wire;

/// <summary>Times: written as RFC 3339 in UTC, read as RFC 3339 or ISO 8601; without an offset they are UTC.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const int LongestText = 64;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var time)
            ? time
            : throw new WireFormatException("must be an RFC 3339 time, for example 2026-01-31T00:00:00Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));

    internal static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length > LongestText || !Ascii.IsValid(text))
        {
            return false;
        }

        if (!text.Contains('T', StringComparison.Ordinal))
        {
            text += "T00:00:00";
        }

        var clock = text.AsSpan(text.IndexOf('T', StringComparison.Ordinal));
        var hasOffset = clock.EndsWith("Z", StringComparison.Ordinal) || clock.ContainsAny('+', '-');
        var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(hasOffset ? text : text + "Z"));
        return reader.Read() && reader.TryGetDateTimeOffset(out time);
    }
}
