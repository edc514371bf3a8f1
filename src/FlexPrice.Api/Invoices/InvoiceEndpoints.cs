using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Customers.GetCustomer;
using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Application.Invoices.FinalizeInvoice;
using FlexPrice.Application.Invoices.GetInvoice;
using FlexPrice.Application.Invoices.RecordInvoicePayment;
using FlexPrice.Application.Invoices.SearchInvoices;
using FlexPrice.Application.Invoices.VoidInvoice;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Api.Invoices;

/// <summary>Invoices: make, read, finalize, take back, record what was paid.</summary>
internal static class InvoiceEndpoints
{
    public static void MapInvoices(this IEndpointRouteBuilder routes)
    {
        var invoices = routes.MapGroup("/invoices").WithTags("Invoices");
        invoices.MapPost("", CreateInvoice).Sends<CreateInvoiceCommand>().Produces<InvoiceResponse>(StatusCodes.Status201Created).Replayable();
        invoices.MapPost("/search", QueryInvoice).Sends<SearchInvoicesQuery>().Produces<ListResponse<InvoiceResponse>>();
        invoices.MapGet("/{id}", GetInvoice).Sends<GetInvoiceQuery>().Produces<InvoiceResponse>();
        invoices.MapPost("/{id}/finalize", FinalizeInvoice).Sends<FinalizeInvoiceCommand>().Produces<InvoiceMessageResponse>().Replayable();
        invoices.MapPost("/{id}/void", VoidInvoice).Sends<VoidInvoiceCommand>().Produces<InvoiceMessageResponse>().Replayable();
        invoices.MapPut("/{id}/payment", UpdateInvoicePaymentStatus).Sends<RecordInvoicePaymentCommand>().Produces<InvoiceResponse>().Replayable();
    }

    [EndpointSummary("Create an invoice")]
    private static async Task<IResult> CreateInvoice(Body<CreateInvoiceRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var created = await sender.ExecuteAsync(body.Value.ToCommand(), cancellationToken);
        return created.Error is { } refused
            ? refused.ToHttp()
            : await AnswerAsync(created.Id.Value, StatusCodes.Status201Created, sender, cancellationToken);
    }

    [EndpointSummary("Search invoices")]
    private static async Task<IResult> QueryInvoice(Body<SearchInvoicesRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var found = await sender.QueryAsync(body.Value.ToQuery(), cancellationToken);
        return found.Error is { } refused
            ? refused.InFilterWords().ToHttp()
            : Results.Ok(ListResponse<InvoiceResponse>.Of(found.Value, InvoiceResponse.InList));
    }

    [EndpointSummary("Get an invoice; one that is retained after a deletion needs the permission retention:read")]
    private static Task<IResult> GetInvoice(string id, Sender sender, CancellationToken cancellationToken) =>
        AnswerAsync(id, StatusCodes.Status200OK, sender, cancellationToken);

    [EndpointSummary("Finalize a draft invoice")]
    private static async Task<IResult> FinalizeInvoice(string id, Sender sender, CancellationToken cancellationToken)
    {
        var finalized = await sender.ExecuteAsync(new FinalizeInvoiceCommand(id), cancellationToken);
        return finalized.Error is { } refused ? refused.ToHttp() : Results.Ok(new InvoiceMessageResponse("invoice finalized successfully"));
    }

    [EndpointSummary("Void an invoice for which nothing was paid")]
    private static async Task<IResult> VoidInvoice(string id, Sender sender, CancellationToken cancellationToken)
    {
        var voided = await sender.ExecuteAsync(new VoidInvoiceCommand(id), cancellationToken);
        return voided.Error is { } refused ? refused.ToHttp() : Results.Ok(new InvoiceMessageResponse("invoice voided successfully"));
    }

    [EndpointSummary("Record what was paid for an invoice")]
    private static async Task<IResult> UpdateInvoicePaymentStatus(string id, Body<UpdatePaymentStatusRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var recorded = await sender.ExecuteAsync(new RecordInvoicePaymentCommand(id, body.Value.PaymentStatus, body.Value.Amount), cancellationToken);
        return recorded.Error is { } refused
            ? refused.ToHttp()
            : await AnswerAsync(recorded.Id.Value, StatusCodes.Status200OK, sender, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(string id, int status, Sender sender, CancellationToken cancellationToken)
    {
        var view = await sender.QueryAsync(new GetInvoiceQuery(id), cancellationToken);
        if (view.Error is { } refused)
        {
            return refused.ToHttp();
        }

        Customer? customer = null;
        if (view.Value.Invoice.CustomerId is { } owner)
        {
            var found = await sender.QueryAsync(new GetCustomerQuery(owner.Value), cancellationToken);
            customer = found.Error is null ? found.Value : null;
        }

        return Results.Json(InvoiceResponse.Of(view.Value, customer), statusCode: status);
    }
}
