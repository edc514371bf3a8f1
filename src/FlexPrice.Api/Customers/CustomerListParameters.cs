using System.Reflection;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Customers.SearchCustomers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlexPrice.Api.Customers;

/// <summary>A search for customers, as query parameters.</summary>
/// <param name="Request">The search.</param>
/// <param name="Error">What is wrong with it.</param>
internal sealed record CustomerListParameters(SearchCustomersRequest Request, Error? Error) : IBound, IEndpointParameterMetadataProvider
{
    private static readonly QueryParameterMetadata[] Parameters =
    [
        new("limit", "How many customers, 1 to 1000. Default 50.") { IsNumber = true },
        new("offset", "How many customers are left out. Default 0.") { IsNumber = true },
        new("status", "Only in this status. Default published.") { Values = [.. WireName.All<CustomerStatus>(), SearchCustomersQuery.Deleted] },
        new("order", "By creation time. Default desc.") { Values = ["asc", "desc"] },
        new("external_id", "Only with this id of yours."),
        new("external_ids", "Only with these ids of yours.") { IsRepeatable = true },
        new("customer_ids", "Only these.") { IsRepeatable = true },
        new("parent_customer_ids", "Only children of these.") { IsRepeatable = true, IsExtension = true },
        new("email", "Only with this e-mail address."),
        new("start_time", "As in FlexPrice, checked and not applied."),
        new("end_time", "As in FlexPrice, checked and not applied."),
        new(Expansion.Parameter, "integrations, to have them with the customers."),
    ];

    public static ValueTask<CustomerListParameters> BindAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request.Query);
        var request = new SearchCustomersRequest
        {
            Limit = query.Number("limit"),
            Offset = query.Number("offset"),
            Status = query.Text("status"),
            Order = query.Text("order"),
            ExternalId = query.Text("external_id"),
            ExternalIds = query.Texts("external_ids"),
            CustomerIds = query.Texts("customer_ids"),
            ParentCustomerIds = query.Texts("parent_customer_ids"),
            Email = query.Text("email"),
            StartTime = query.Time("start_time"),
            EndTime = query.Time("end_time"),
            Expand = query.Text(Expansion.Parameter),
        };
        return ValueTask.FromResult(new CustomerListParameters(request, query.Error?.InFilterWords() ?? request.Check()));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        foreach (var described in Parameters)
        {
            builder.Metadata.Add(described);
        }
    }
}
