using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Application.Usage.SearchEvents;

namespace FlexPrice.Api.Usage;

/// <summary>Usage events: send, search. Their own id identifies them, so <c>Idempotency-Key</c> is ignored.</summary>
internal static class EventEndpoints
{
    // FlexPrice's.
    private const int LargestBulk = 32 * 1024 * 1024;

    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup("/events").WithTags("Events");
        events.MapPost("", IngestEvent).Sends<IngestEventsCommand>().Produces<EventAcceptedResponse>(StatusCodes.Status202Accepted).Commands();
        events.MapPost("/bulk", IngestEventsBulk).Sends<IngestEventsCommand>().Produces<EventsAcceptedResponse>(StatusCodes.Status202Accepted).Commands().WithMetadata(new BodyLimitMetadata(LargestBulk));
        events.MapPost("/query", ListRawEvents).Sends<SearchEventsQuery>().Produces<EventsResponse>();
    }

    [EndpointSummary("Send a usage event")]
    private static async Task<IResult> IngestEvent(Body<EventRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var ingested = await sender.ExecuteAsync(new IngestEventsCommand([body.Value.ToEvent()]), cancellationToken);
        return ingested.Error is { } refused
            ? refused.InEventWords().WithoutList("events").ToHttp()
            : Results.Json(new EventAcceptedResponse("Event accepted for processing", ingested.Value[0]), statusCode: StatusCodes.Status202Accepted);
    }

    [EndpointSummary("Send up to 1000 usage events")]
    private static async Task<IResult> IngestEventsBulk(Body<BulkEventsRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var sent = (body.Value.Events ?? []).Select(sentEvent => sentEvent.ToEvent()).ToList();
        var ingested = await sender.ExecuteAsync(new IngestEventsCommand(sent), cancellationToken);
        return ingested.Error is { } refused
            ? refused.InEventWords().ToHttp()
            : Results.Json(new EventsAcceptedResponse("Events accepted for processing"), statusCode: StatusCodes.Status202Accepted);
    }

    [EndpointSummary("Search usage events")]
    private static async Task<IResult> ListRawEvents(Body<SearchEventsRequest> body, Sender sender, ICaller caller, CancellationToken cancellationToken)
    {
        var found = await sender.QueryAsync(body.Value.ToQuery(), cancellationToken);
        return found.Error is { } refused
            ? refused.InFilterWords().ToHttp()
            : Results.Ok(EventsResponse.Of(found.Value, caller.Scope.EnvironmentId));
    }
}
