using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal static class PropertyBuilderExtensions
{
    /// <summary>Stores the property as JSON; two values are the same when their JSON is.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            new JsonTextConverter<T>(),
            new ValueComparer<T>(
                (left, right) => JsonText.Write(left) == JsonText.Write(right),
                value => JsonText.Write(value).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property;
    }
}
