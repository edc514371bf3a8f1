using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlexPrice.Api.Documentation;

/// <summary>Describes how values look on the wire where the serializer's own description does not.</summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(decimal) || value == typeof(DateTimeOffset))
        {
            schema.Type = value == type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = value == typeof(decimal) ? "decimal" : "date-time";
        }

        if (type == typeof(Hint))
        {
            schema.Type = JsonSchemaType.String;
        }

        if (context.JsonPropertyInfo?.AttributeProvider?.IsDefined(typeof(FlexPriceExtensionAttribute), inherit: true) == true)
        {
            schema.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
            schema.Extensions[OperationTransformer.ExtensionMark] = OperationTransformer.Mark();
        }

        return Task.CompletedTask;
    }
}
