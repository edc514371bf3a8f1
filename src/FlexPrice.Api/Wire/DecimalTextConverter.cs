using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlexPrice.Api.Wire;

/// <summary>Decimals: written as text without trailing zeros, read from text or number.</summary>
internal sealed class DecimalTextConverter : JsonConverter<decimal>
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const string Format = "0.############################";
    private const int LongestText = 64;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out var number) ? number : (decimal?)null,
            JsonTokenType.String => TryParse(reader.GetString()!, out var number) ? number : null,
            _ => null,
        };
        return read ?? throw new WireFormatException("must be a decimal number, as text or number, for example \"10.50\".");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));

    private static bool TryParse(string text, out decimal number)
    {
        number = 0;
        return text.Length <= LongestText && decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out number);
    }
}
