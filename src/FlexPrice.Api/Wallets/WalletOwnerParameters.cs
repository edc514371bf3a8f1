using System.Reflection;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Wire;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlexPrice.Api.Wallets;

/// <summary>The query parameters that name the customer of the wallets.</summary>
/// <param name="Id">Our id of the customer; wins.</param>
/// <param name="LookupKey">The tenant's id of the customer.</param>
/// <param name="Error">What is wrong with them.</param>
internal sealed record WalletOwnerParameters(string? Id, string? LookupKey, Error? Error) : IBound, IEndpointParameterMetadataProvider
{
    public static ValueTask<WalletOwnerParameters> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var id = query.Text("id");
        var lookupKey = query.Text("lookup_key");
        var error = query.Error;
        if (error is null && string.IsNullOrEmpty(id) && string.IsNullOrEmpty(lookupKey))
        {
            error = new Error(ErrorKind.Validation, RequestErrors.ValidationMessage).With("id", "Name the customer: ?id=cust_… or ?lookup_key=….");
        }

        return ValueTask.FromResult(new WalletOwnerParameters(id, lookupKey, error));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new QueryParameterMetadata("id", "Our id of the customer; wins over lookup_key."));
        builder.Metadata.Add(new QueryParameterMetadata("lookup_key", "Your id of the customer."));
    }
}
