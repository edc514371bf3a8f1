using System.Reflection;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access.ListApiKeys;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlexPrice.Api.Access;

/// <summary>The query parameters that choose API keys.</summary>
/// <param name="Query">The query.</param>
/// <param name="Error">What is wrong with them.</param>
internal sealed record ApiKeyListParameters(ListApiKeysQuery Query, Error? Error) : IBound, IEndpointParameterMetadataProvider
{
    public static ValueTask<ApiKeyListParameters> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var asked = new ListApiKeysQuery(query.Text("status"), new Paging(query.Number("limit"), query.Number("offset")));
        return ValueTask.FromResult(new ApiKeyListParameters(asked, query.Error?.InFilterWords()));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new QueryParameterMetadata("limit", "How many keys, 1 to 1000. Default 50.") { IsNumber = true });
        builder.Metadata.Add(new QueryParameterMetadata("offset", "How many keys are left out. Default 0.") { IsNumber = true });
        builder.Metadata.Add(new QueryParameterMetadata("status", "Only in this status. Default published.") { Values = WireName.All<ApiKeyStatus>() });
    }
}
