using FlexPrice.Api.Deletions;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Customers.GetCustomer;
using FlexPrice.Application.Customers.GetCustomerByExternalId;
using FlexPrice.Application.Customers.SearchCustomers;
using FlexPrice.Application.Customers.UpdateCustomer;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Mvc;

namespace FlexPrice.Api.Customers;

/// <summary>Customers: register, read, change, archive, delete.</summary>
internal static class CustomerEndpoints
{
    private const string DeletionHeader = "FlexPrice-Deletion-Id";

    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        var customers = routes.MapGroup("/customers").WithTags("Customers");
        customers.MapPost("", CreateCustomer).Sends<CreateCustomerCommand>().Produces<CustomerResponse>(StatusCodes.Status201Created).Replayable();
        customers.MapGet("", ListCustomers).Sends<SearchCustomersQuery>().Produces<ListResponse<CustomerResponse>>();
        customers.MapPut("", UpdateCustomer).Sends<UpdateCustomerCommand>().Produces<CustomerResponse>().Replayable();
        customers.MapPost("/search", QueryCustomer).Sends<SearchCustomersQuery>().Produces<ListResponse<CustomerResponse>>();
        customers.MapGet("/external/{external_id}", GetCustomerByExternalId).Sends<GetCustomerByExternalIdQuery>().Produces<CustomerResponse>();
        customers.MapGet("/lookup/{key}", GetCustomerByLookupKey).Sends<GetCustomerByExternalIdQuery>().Produces<CustomerResponse>();
        customers.MapGet("/{id}", GetCustomer).Sends<GetCustomerQuery>().Produces<CustomerResponse>();
        customers.MapPut("/{id}", UpdateCustomerById).Sends<UpdateCustomerCommand>().Produces<CustomerResponse>().Replayable();
        customers.MapDelete("/{id}", DeleteCustomer).Sends<DeleteCustomerCommand>().Produces(StatusCodes.Status204NoContent).Replayable().ConfirmsKey()
            .ProducesHeader(DeletionHeader, "The record of the deletion.")
            .ProducesHeader("Location", "Where the record of the deletion is.");
    }

    [EndpointSummary("Create a customer")]
    private static async Task<IResult> CreateCustomer(Body<CreateCustomerRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var created = await sender.ExecuteAsync(body.Value.ToCommand(), cancellationToken);
        return created.Error is { } refused
            ? refused.ToHttp()
            : await AnswerAsync(created.Id, StatusCodes.Status201Created, sender, cancellationToken);
    }

    [EndpointSummary("Get a customer by id, archived ones too")]
    private static async Task<IResult> GetCustomer(string id, ExpansionParameter expansion, Sender sender, CancellationToken cancellationToken)
    {
        var customer = await sender.QueryAsync(new GetCustomerQuery(id), cancellationToken);
        return await AnswerAsync(customer, StatusCodes.Status200OK, expansion.Expand, sender, cancellationToken);
    }

    [EndpointSummary("Get a customer by your own id")]
    private static async Task<IResult> GetCustomerByExternalId(
        [FromRoute(Name = "external_id")] string externalId,
        ExpansionParameter expansion,
        HttpContext context,
        Sender sender,
        CancellationToken cancellationToken)
    {
        var customer = await sender.QueryAsync(new GetCustomerByExternalIdQuery(PathText.LastSegment(context, externalId)), cancellationToken);
        return await AnswerAsync(customer, StatusCodes.Status200OK, expansion.Expand, sender, cancellationToken);
    }

    [EndpointSummary("Get a customer by your own id (the older path)")]
    private static Task<IResult> GetCustomerByLookupKey(string key, ExpansionParameter expansion, HttpContext context, Sender sender, CancellationToken cancellationToken) =>
        GetCustomerByExternalId(key, expansion, context, sender, cancellationToken);

    [EndpointSummary("List customers")]
    private static Task<IResult> ListCustomers(CustomerListParameters parameters, Sender sender, CancellationToken cancellationToken) =>
        SearchAsync(parameters.Request, sender, cancellationToken);

    [EndpointSummary("Search customers")]
    private static Task<IResult> QueryCustomer(Body<SearchCustomersRequest> body, Sender sender, CancellationToken cancellationToken) =>
        SearchAsync(body.Value, sender, cancellationToken);

    [EndpointSummary("Update, archive or publish a customer")]
    private static async Task<IResult> UpdateCustomer(
        CustomerReferenceParameters parameters,
        Body<UpdateCustomerRequest> body,
        Sender sender,
        CancellationToken cancellationToken)
    {
        var updated = await sender.ExecuteAsync(body.Value.ToCommand(parameters.Customer), cancellationToken);
        return updated.Error is { } refused
            ? refused.ToHttp()
            : await AnswerAsync(updated.Id, StatusCodes.Status200OK, sender, cancellationToken);
    }

    [EndpointSummary("Update, archive or publish a customer (the older path)")]
    private static Task<IResult> UpdateCustomerById(string id, Body<UpdateCustomerRequest> body, Sender sender, CancellationToken cancellationToken) =>
        UpdateCustomer(new CustomerReferenceParameters(new CustomerReference(id), Error: null), body, sender, cancellationToken);

    [EndpointSummary("Delete a customer for good, with everything that hangs on it")]
    private static async Task<IResult> DeleteCustomer(string id, CascadeParameters parameters, HttpResponse response, Sender sender, CancellationToken cancellationToken)
    {
        var deleted = await sender.ExecuteAsync(new DeleteCustomerCommand(id, parameters.Choices, parameters.PlanDigest), cancellationToken);
        if (deleted.Error is { } refused)
        {
            return refused.ToHttp();
        }

        response.Headers[DeletionHeader] = deleted.Id.Value;
        response.Headers.Location = $"/v1/deletions/{deleted.Id}";
        return Results.NoContent();
    }

    private static async Task<IResult> SearchAsync(SearchCustomersRequest request, Sender sender, CancellationToken cancellationToken)
    {
        var found = await sender.QueryAsync(request.ToQuery(), cancellationToken);
        if (found.Error is { } refused)
        {
            return refused.InFilterWords().ToHttp();
        }

        var customers = await sender.ExpandAsync(found.Value.Items, request.Expand, cancellationToken);
        return customers.Error is { } unexpanded
            ? unexpanded.ToHttp()
            : Results.Ok(new ListResponse<CustomerResponse>(customers.Value, PaginationResponse.Of(found.Value.Total, found.Value.Paging)));
    }

    private static async Task<IResult> AnswerAsync(CustomerId id, int status, Sender sender, CancellationToken cancellationToken) =>
        await AnswerAsync(await sender.QueryAsync(new GetCustomerQuery(id.Value), cancellationToken), status, expand: null, sender, cancellationToken);

    private static async Task<IResult> AnswerAsync(Result<Customer> customer, int status, string? expand, Sender sender, CancellationToken cancellationToken)
    {
        if (customer.Error is { } refused)
        {
            return refused.ToHttp();
        }

        var expanded = await sender.ExpandAsync([customer.Value], expand, cancellationToken);
        return expanded.Error is { } unexpanded ? unexpanded.ToHttp() : Results.Json(expanded.Value[0], statusCode: status);
    }
}
