using System.Reflection;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Integrations.ListIntegrationMappings;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlexPrice.Api.Integrations;

/// <summary>The query parameters that name the customer of the mappings.</summary>
/// <param name="EntityType">The kind of entity.</param>
/// <param name="EntityId">The entity.</param>
/// <param name="Error">What is wrong with them.</param>
internal sealed record MappingsParameters(string? EntityType, string? EntityId, Error? Error) : IBound, IEndpointParameterMetadataProvider
{
    public static ValueTask<MappingsParameters> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        return ValueTask.FromResult(new MappingsParameters(query.Text("entity_type"), query.Text("entity_id"), query.Error));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new QueryParameterMetadata("entity_type", "The kind of entity.") { Values = [IntegrationMapping.EntityType] });
        builder.Metadata.Add(new QueryParameterMetadata("entity_id", "Our id of the customer."));
    }

    public ListIntegrationMappingsQuery ToQuery() => new(EntityType, [EntityId ?? ""]);
}
