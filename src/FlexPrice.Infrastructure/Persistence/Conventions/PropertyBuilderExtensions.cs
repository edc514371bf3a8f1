using System.Text.Json;
using FlexPrice.Application.Abstractions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal static class PropertyBuilderExtensions
{
    // Metadata are searched in their stored text.
    private static readonly JsonSerializerOptions Column = new(StoredJson.Options) { Encoder = MetadataPairs.Encoder };

    /// <summary>Stores the property as JSON text; two values are the same when their JSON is.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            value => Write(value),
            text => JsonSerializer.Deserialize<T>(text, Column)!,
            new ValueComparer<T>((left, right) => Write(left) == Write(right), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value));
        return property;
    }

    private static string Write<T>(T? value) => JsonSerializer.Serialize(value, Column);
}
