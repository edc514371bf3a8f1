using System.Text.Json;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

/// <summary>The JSON inside of the database: stable, whatever the wire looks like.</summary>
internal static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new StoredNameJsonConverterFactory(), new TypedIdJsonConverterFactory() },
    };
}
