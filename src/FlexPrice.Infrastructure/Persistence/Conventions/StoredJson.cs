using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

/// <summary>The JSON inside of the database: stable, whatever the wire looks like.</summary>
internal static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new TypedIdJsonConverterFactory() },
    };
}
