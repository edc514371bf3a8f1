using System.Reflection;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlexPrice.Api.Deletions;

/// <summary>The query parameters of a deletion: the choices and the plan that the caller confirms.</summary>
/// <param name="Choices">The choices.</param>
/// <param name="PlanDigest">The digest of the confirmed plan.</param>
/// <param name="Error">What is wrong with them.</param>
internal sealed record CascadeParameters(IReadOnlyDictionary<string, string> Choices, string? PlanDigest, Error? Error) : IBound, IEndpointParameterMetadataProvider
{
    private const string PlanDigestDescription = "The digest of the deletion plan that you have seen; refused with 409 when the world has moved since.";

    public static ValueTask<CascadeParameters> BindAsync(HttpContext context)
    {
        var read = CascadeChoicesParameters.Read(context);
        var choices = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string? digest = null;
        foreach (var (name, value) in read.Choices)
        {
            if (name == CascadeRequest.PlanDigestParameter)
            {
                digest = value;
            }
            else
            {
                choices[name] = value;
            }
        }

        return ValueTask.FromResult(new CascadeParameters(choices, digest, read.Error));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new CascadeChoicesMetadata());
        builder.Metadata.Add(new QueryParameterMetadata(CascadeRequest.PlanDigestParameter, PlanDigestDescription) { IsExtension = true });
    }
}
