using FlexPrice.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal static class TypedValueConventions
{
    private const int LookupHashLength = 43;
    private const int LongestEnumName = 32;

    /// <summary>Maps typed ids, hashes and enums to text and money to decimal(28,9), wherever they occur.</summary>
    public static void UseTypedValues(this ModelConfigurationBuilder builder)
    {
        foreach (var id in TypedIdTypes.All)
        {
            builder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id)).HaveMaxLength(TypedId.MaximumLength);
        }

        foreach (var type in typeof(ITypedId<>).Assembly.GetTypes().Where(type => type.IsEnum))
        {
            builder.Properties(type).HaveConversion(typeof(StoredNameConverter<>).MakeGenericType(type)).HaveMaxLength(LongestEnumName);
        }

        builder.Properties<LookupHash>().HaveConversion<LookupHashConverter>().HaveMaxLength(LookupHashLength);
        builder.Properties<decimal>().HavePrecision(28, 9);
    }
}
