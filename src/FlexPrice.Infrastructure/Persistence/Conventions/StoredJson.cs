using System.Text.Json;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

/// <summary>The JSON in the database: stable, independent of the wire format.</summary>
internal static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new StoredNameJsonConverterFactory(), new TypedIdJsonConverterFactory() },
    };
}
