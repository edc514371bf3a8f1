using System.Reflection;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Wire;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlexPrice.Api.Access;

/// <summary>Whether the keys that a revoked key has issued are revoked with it.</summary>
/// <param name="WithDescendants">The value.</param>
/// <param name="Error">What is wrong with the query.</param>
internal sealed record DescendantsParameter(bool WithDescendants, Error? Error) : IBound, IEndpointParameterMetadataProvider
{
    private const string Name = "descendants";

    public static ValueTask<DescendantsParameter> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var asked = query.Flag(Name);
        return ValueTask.FromResult(new DescendantsParameter(asked, query.Error));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(
        new QueryParameterMetadata(Name, "Whether the keys that it issued, and those that they issued, are revoked with it. Default false.") { Values = ["true", "false"], IsExtension = true });
}
