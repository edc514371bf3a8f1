using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Customers.GetCustomer;
using FlexPrice.Application.Subscriptions.CancelSubscription;
using FlexPrice.Application.Subscriptions.CreateSubscription;
using FlexPrice.Application.Subscriptions.GetSubscription;
using FlexPrice.Application.Subscriptions.SearchSubscriptions;
using FlexPrice.Application.Subscriptions.UpdateSubscription;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Api.Subscriptions;

/// <summary>Subscriptions: make, read, cancel, name another payer.</summary>
internal static class SubscriptionEndpoints
{
    public static void MapSubscriptions(this IEndpointRouteBuilder routes)
    {
        var subscriptions = routes.MapGroup("/subscriptions").WithTags("Subscriptions");
        subscriptions.MapPost("", CreateSubscription).Sends<CreateSubscriptionCommand>().Produces<SubscriptionResponse>(StatusCodes.Status201Created).Replayable();
        subscriptions.MapPost("/search", QuerySubscription).Sends<SearchSubscriptionsQuery>().Produces<ListResponse<SubscriptionResponse>>();
        subscriptions.MapGet("/{id}", GetSubscription).Sends<GetSubscriptionQuery>().Produces<SubscriptionResponse>();
        subscriptions.MapPut("/{id}", UpdateSubscription).Sends<UpdateSubscriptionCommand>().Produces<SubscriptionResponse>().Replayable();
        subscriptions.MapPost("/{id}/cancel", CancelSubscription).Sends<CancelSubscriptionCommand>().Produces<CancelSubscriptionResponse>().Replayable();
    }

    [EndpointSummary("Create a subscription")]
    private static async Task<IResult> CreateSubscription(Body<CreateSubscriptionRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var created = await sender.ExecuteAsync(body.Value.ToCommand(), cancellationToken);
        return created.Error is { } refused
            ? refused.ToHttp()
            : await AnswerAsync(created.Id.Value, StatusCodes.Status201Created, sender, cancellationToken);
    }

    [EndpointSummary("Get a subscription")]
    private static Task<IResult> GetSubscription(string id, Sender sender, CancellationToken cancellationToken) =>
        AnswerAsync(id, StatusCodes.Status200OK, sender, cancellationToken);

    [EndpointSummary("Search subscriptions")]
    private static async Task<IResult> QuerySubscription(Body<SearchSubscriptionsRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var found = await sender.QueryAsync(body.Value.ToQuery(), cancellationToken);
        return found.Error is { } refused
            ? refused.InFilterWords().ToHttp()
            : Results.Ok(ListResponse<SubscriptionResponse>.Of<Subscription>(found.Value, subscription => SubscriptionResponse.Of(subscription, customer: null)));
    }

    [EndpointSummary("Name another payer of a subscription")]
    private static async Task<IResult> UpdateSubscription(string id, Body<UpdateSubscriptionRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var updated = await sender.ExecuteAsync(new UpdateSubscriptionCommand(id, body.Value.InvoicingCustomerId), cancellationToken);
        return updated.Error is { } refused
            ? refused.ToHttp()
            : await AnswerAsync(updated.Id.Value, StatusCodes.Status200OK, sender, cancellationToken);
    }

    [EndpointSummary("Cancel a subscription")]
    private static async Task<IResult> CancelSubscription(string id, Body<CancelSubscriptionRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var cancelled = await sender.ExecuteAsync(new CancelSubscriptionCommand(id, body.Value.CancellationType), cancellationToken);
        if (cancelled.Error is { } refused)
        {
            return refused.ToHttp();
        }

        var subscription = await sender.QueryAsync(new GetSubscriptionQuery(cancelled.Id.Value), cancellationToken);
        return subscription.Error is { } gone
            ? gone.ToHttp()
            : Results.Ok(CancelSubscriptionResponse.Of(subscription.Value, body.Value));
    }

    private static async Task<IResult> AnswerAsync(string id, int status, Sender sender, CancellationToken cancellationToken)
    {
        var subscription = await sender.QueryAsync(new GetSubscriptionQuery(id), cancellationToken);
        if (subscription.Error is { } refused)
        {
            return refused.ToHttp();
        }

        var customer = await sender.QueryAsync(new GetCustomerQuery(subscription.Value.CustomerId.Value), cancellationToken);
        return Results.Json(SubscriptionResponse.Of(subscription.Value, customer.Error is null ? customer.Value : null), statusCode: status);
    }
}
