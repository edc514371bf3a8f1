using System.Reflection;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Wire;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlexPrice.Api.Customers;

/// <summary>The query parameters that name a customer.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Error">What is wrong with them.</param>
internal sealed record CustomerReferenceParameters(CustomerReference Customer, Error? Error) : IBound, IEndpointParameterMetadataProvider
{
    public static ValueTask<CustomerReferenceParameters> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var customer = new CustomerReference(query.Text("id"), query.Text("external_customer_id"));
        return ValueTask.FromResult(new CustomerReferenceParameters(customer, query.Error));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new QueryParameterMetadata("id", "Our id of the customer."));
        builder.Metadata.Add(new QueryParameterMetadata("external_customer_id", "Your id of the customer. When both are sent they must agree."));
    }
}
