using System.Text.Json;
using System.Text.Json.Serialization;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

/// <summary>Writes enums as their columns do. .NET's converter would also read numbers and other cases.</summary>
internal sealed class StoredNameJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(StoredNameJsonConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class StoredNameJsonConverter<TEnum> : JsonConverter<TEnum>
        where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && StoredName.TryParse<TEnum>(reader.GetString(), out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(StoredName.Of(value));
    }
}
