using System.Text.Json;
using System.Text.Json.Serialization;
using FlexPrice.Api.Errors;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Wire;

/// <summary>Hints inside of answers, as text.</summary>
internal sealed class HintConverter : JsonConverter<Hint>
{
    public override Hint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Nobody sends hints.");

    public override void Write(Utf8JsonWriter writer, Hint value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToWire());
}
