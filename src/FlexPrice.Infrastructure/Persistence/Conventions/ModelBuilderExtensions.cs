using FlexPrice.Application.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal static class ModelBuilderExtensions
{
    /// <summary>Gives all properties that are stored as JSON a type that the database has for it.</summary>
    public static void StoreJsonAs(this ModelBuilder builder, string columnType)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.GetValueConverter()?.GetType() is { IsGenericType: true } converter && converter.GetGenericTypeDefinition() == typeof(JsonTextConverter<>))
            {
                property.SetColumnType(columnType);
            }
        }
    }

    /// <summary>Gives all properties that are stored as text a collation.</summary>
    public static void CompareTextBy(this ModelBuilder builder, string collation)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(PropertiesOf).Where(property => (property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string)))
        {
            property.SetCollation(collation);
        }
    }

    /// <summary>Translates <see cref="MetadataPair.IsIn"/>.</summary>
    /// <param name="builder">The model.</param>
    /// <param name="column">How the database maps the column of the metadata.</param>
    /// <param name="text">How the database maps text.</param>
    /// <param name="holds">Translates metadata and a pair to whether the metadata contains it.</param>
    public static void HasMetadataPairs(this ModelBuilder builder, RelationalTypeMapping column, RelationalTypeMapping text, Func<SqlExpression, SqlExpression, SqlExpression> holds)
    {
        var function = builder.HasDbFunction(typeof(MetadataPair).GetMethod(nameof(MetadataPair.IsIn))!);
        var pair = (RelationalTypeMapping)text.WithComposedConverter(new MetadataPairConverter());
        function.HasParameter("metadata").Metadata.TypeMapping = column;
        function.HasParameter("pair").Metadata.TypeMapping = pair;
        function.HasTranslation(arguments => holds(arguments[0], ((SqlParameterExpression)arguments[1]).ApplyTypeMapping(pair)));
    }

    private static IEnumerable<IMutableProperty> PropertiesOf(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType)));
}
