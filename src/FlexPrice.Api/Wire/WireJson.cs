using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FlexPrice.Api.Wire;

/// <summary>How JSON looks on the wire: snake_case, every key present, decimals as text, times in UTC. Reading is strict about types and ignores unknown fields.</summary>
internal static class WireJson
{
    /// <summary>How deep a request body may be nested.</summary>
    public const int MaximumDepth = 64;

    public static JsonSerializerOptions Options { get; } = CreateOptions();

    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = MaximumDepth;

        // With duplicate keys two readers could read different values.
        options.AllowDuplicateProperties = false;

        // Answers are always application/json with nosniff, so that text stays readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new TimestampConverter());
        options.Converters.Add(new DecimalTextConverter());
        options.Converters.Add(new HintConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseNullItems } };
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.Converters.Add(new TextConverter());
        options.MakeReadOnly();
        return options;
    }

    private static void RefuseNullItems(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is { } set && property.PropertyType is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            {
                property.Set = (target, value) =>
                {
                    if (value is IEnumerable items && items.Cast<object?>().Any(item => item is null))
                    {
                        throw new WireFormatException("must not contain null.");
                    }

                    set(target, value);
                };
            }
        }
    }
}
