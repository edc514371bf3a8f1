using System.Text.Json;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

/// <summary>The JSON of a column.</summary>
internal static class JsonText
{
    // Metadata may be searched in their stored text.
    private static readonly JsonSerializerOptions Column = new(StoredJson.Options) { Encoder = MetadataText.Encoder };

    public static string Write<T>(T? value) => JsonSerializer.Serialize(value, Column);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Column)!;
}
