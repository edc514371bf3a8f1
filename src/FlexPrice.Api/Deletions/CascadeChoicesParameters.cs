using System.Reflection;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Wire;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlexPrice.Api.Deletions;

/// <summary>The query parameters that choose what happens on deletion. All of them: unknown ones are refused by the planner.</summary>
/// <param name="Choices">The values by name, in the order of the names, so that their order in the request does not matter.</param>
/// <param name="Error">What is wrong with them.</param>
internal sealed record CascadeChoicesParameters(IReadOnlyDictionary<string, string> Choices, Error? Error) : IBound, IEndpointParameterMetadataProvider
{
    public static ValueTask<CascadeChoicesParameters> BindAsync(HttpContext context) => ValueTask.FromResult(Read(context));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new CascadeChoicesMetadata());

    internal static CascadeChoicesParameters Read(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var choices = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in context.Request.Query.Keys)
        {
            choices[name] = query.Text(name) ?? "";
        }

        return new CascadeChoicesParameters(choices, query.Error);
    }
}
