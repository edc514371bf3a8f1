using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Integrations;
using FlexPrice.Application.Integrations.GetIntegrationMapping;
using FlexPrice.Application.Integrations.LinkIntegration;
using FlexPrice.Application.Integrations.ListIntegrationMappings;
using FlexPrice.Application.Integrations.UnlinkIntegration;

namespace FlexPrice.Api.Integrations;

/// <summary>Integration mappings, on the paths of FlexPrice's SDK and on its newer one: link, read, unlink.</summary>
internal static class IntegrationEndpoints
{
    public static void MapIntegrations(this IEndpointRouteBuilder routes)
    {
        var integrations = routes.MapGroup("").WithTags("Integrations");
        integrations.MapPost("/entity-integration-mappings", CreateEntityIntegrationMapping).Sends<LinkIntegrationCommand>()
            .Produces<IntegrationMappingResponse>(StatusCodes.Status201Created).Replayable();
        integrations.MapGet("/entity-integration-mappings/{id}", GetEntityIntegrationMapping).Sends<GetIntegrationMappingQuery>().Produces<IntegrationMappingResponse>().IsExtension();
        integrations.MapDelete("/entity-integration-mappings/{id}", DeleteEntityIntegrationMapping).Sends<UnlinkIntegrationCommand>().Produces(StatusCodes.Status204NoContent).Replayable();
        integrations.MapGet("/integrations/mappings", ListIntegrationMappings).Sends<ListIntegrationMappingsQuery>().Produces<ListResponse<IntegrationMappingResponse>>();
    }

    [EndpointSummary("Say which entity of a provider a customer is")]
    private static async Task<IResult> CreateEntityIntegrationMapping(Body<LinkIntegrationRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var linked = await sender.ExecuteAsync(body.Value.ToCommand(), cancellationToken);
        return linked.Error is { } refused
            ? refused.ToHttp()
            : await AnswerAsync(linked.Id.Value, StatusCodes.Status201Created, sender, cancellationToken);
    }

    [EndpointSummary("Get a mapping")]
    private static Task<IResult> GetEntityIntegrationMapping(string id, Sender sender, CancellationToken cancellationToken) =>
        AnswerAsync(id, StatusCodes.Status200OK, sender, cancellationToken);

    [EndpointSummary("Forget a mapping; the provider is not told")]
    private static async Task<IResult> DeleteEntityIntegrationMapping(string id, Sender sender, CancellationToken cancellationToken)
    {
        var unlinked = await sender.ExecuteAsync(new UnlinkIntegrationCommand(id), cancellationToken);
        return unlinked.Error is { } refused ? refused.ToHttp() : Results.NoContent();
    }

    [EndpointSummary("List the mappings of a customer")]
    private static async Task<IResult> ListIntegrationMappings(MappingsParameters parameters, Sender sender, CancellationToken cancellationToken)
    {
        var found = await sender.QueryAsync(parameters.ToQuery(), cancellationToken);
        if (found.Error is { } refused)
        {
            return refused.ToHttp();
        }

        var page = new Page<IntegrationMappingView>(found.Value, found.Value.Count, new Paging(Paging.MaximumLimit, Offset: 0));
        return Results.Ok(ListResponse<IntegrationMappingResponse>.Of(page, IntegrationMappingResponse.Of));
    }

    private static async Task<IResult> AnswerAsync(string id, int status, Sender sender, CancellationToken cancellationToken)
    {
        var mapping = await sender.QueryAsync(new GetIntegrationMappingQuery(id), cancellationToken);
        return mapping.Error is { } refused ? refused.ToHttp() : Results.Json(IntegrationMappingResponse.Of(mapping.Value), statusCode: status);
    }
}
