using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlexPrice.Api.Requests;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlexPrice.Api.Documentation;

/// <summary>Describes what endpoints declare apart from parameters and bodies.</summary>
internal sealed class OperationTransformer(CascadeEdges edges) : IOpenApiOperationTransformer
{
    internal const string ExtensionMark = "x-flexprice-extension";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<MethodInfo>().FirstOrDefault() is { } method)
        {
            operation.OperationId ??= JsonNamingPolicy.CamelCase.ConvertName(method.Name);
        }

        if (metadata.OfType<ExtensionMetadata>().Any())
        {
            operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
            operation.Extensions[ExtensionMark] = Mark();
        }

        var parameters = metadata.OfType<QueryParameterMetadata>().ToList();
        if (metadata.OfType<CascadeChoicesMetadata>().Any())
        {
            parameters.AddRange(CascadeParameters());
        }

        operation.Parameters ??= [];
        foreach (var parameter in parameters)
        {
            operation.Parameters.Add(Describe(parameter));
        }

        if (metadata.OfType<IdempotencyMetadata>().Any(idempotency => idempotency.Use == IdempotencyUse.Replayed))
        {
            operation.Parameters.Add(Mark(new OpenApiParameter
            {
                Name = Authentication.IdempotencyHeader,
                In = ParameterLocation.Header,
                Description = "The same key with the same request gives the same answer without doing the work again.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }));
        }

        AddHeaders(operation, metadata.OfType<ResponseHeaderMetadata>());
        return Task.CompletedTask;
    }

    internal static IOpenApiExtension Mark() => new JsonNodeExtension(JsonValue.Create(true));

    private static OpenApiParameter Mark(OpenApiParameter parameter)
    {
        parameter.Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal) { [ExtensionMark] = Mark() };
        return parameter;
    }

    private static OpenApiParameter Describe(QueryParameterMetadata parameter)
    {
        var item = new OpenApiSchema
        {
            Type = parameter.IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String,
            Enum = parameter.Values?.Select(value => (JsonNode)JsonValue.Create(value)).ToList(),
        };
        var described = new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Schema = parameter.IsRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = item } : item,
        };
        return parameter.IsExtension ? Mark(described) : described;
    }

    private static void AddHeaders(OpenApiOperation operation, IEnumerable<ResponseHeaderMetadata> headers)
    {
        foreach (var header in headers)
        {
            if (operation.Responses?.Where(response => response.Key.StartsWith('2')).Select(response => response.Value).OfType<OpenApiResponse>().FirstOrDefault() is { } success)
            {
                success.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
                success.Headers[header.Name] = new OpenApiHeader
                {
                    Description = header.Description,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal) { [ExtensionMark] = Mark() },
                };
            }
        }
    }

    private IEnumerable<QueryParameterMetadata> CascadeParameters()
    {
        var actions = edges.ActionsFor(CascadeIntent.Delete).ToDictionary(edge => edge.Edge, edge => edge.Actions, StringComparer.Ordinal);
        return edges.QueryParameters.Select(name => actions.TryGetValue(name, out var known)
            ? new QueryParameterMetadata(name, $"What happens with the customer's {name}; without it the environment's policy decides.") { IsExtension = true, Values = known }
            : new QueryParameterMetadata(name, "The customer that an action needs.") { IsExtension = true });
    }
}
