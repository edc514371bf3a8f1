using System.Reflection;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Wire;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlexPrice.Api.Customers;

/// <summary>The query parameter <c>expand</c>.</summary>
/// <param name="Expand">What to expand.</param>
/// <param name="Error">What is wrong with it.</param>
internal sealed record ExpansionParameter(string? Expand, Error? Error) : IBound, IEndpointParameterMetadataProvider
{
    public static ValueTask<ExpansionParameter> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var expand = query.Text(Expansion.Parameter);
        return ValueTask.FromResult(new ExpansionParameter(expand, query.Error ?? Expansion.Check(expand)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new QueryParameterMetadata(Expansion.Parameter, "integrations, to have them with the customer."));
}
