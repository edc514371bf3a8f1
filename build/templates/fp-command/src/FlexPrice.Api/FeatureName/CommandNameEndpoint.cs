#if (deletes && !ofDeletions)
using FlexPrice.Api.Deletions;
#endif
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
#if (body)
using FlexPrice.Api.Wire;
#endif
using FlexPrice.Application.FeatureName.CommandName;

namespace FlexPrice.Api.FeatureName;

/// <summary>Command words.</summary>
internal static class CommandNameEndpoint
{
    public static void MapCommandName(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/customers/{id}/route-name", CommandName).Sends<CommandNameCommand>().WithTags("FeatureName")
            .Produces(StatusCodes.Status204NoContent).Replayable().IsExtension();

    [EndpointSummary("Command words")]
#if (deletes && body)
    private static async Task<IResult> CommandName(string id, CascadeParameters parameters, Body<CommandNameRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var done = await sender.ExecuteAsync(new CommandNameCommand(id, parameters.Choices, parameters.PlanDigest, body.Value.Note), cancellationToken);
#elseif (deletes)
    private static async Task<IResult> CommandName(string id, CascadeParameters parameters, Sender sender, CancellationToken cancellationToken)
    {
        var done = await sender.ExecuteAsync(new CommandNameCommand(id, parameters.Choices, parameters.PlanDigest), cancellationToken);
#elseif (body)
    private static async Task<IResult> CommandName(string id, Body<CommandNameRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var done = await sender.ExecuteAsync(new CommandNameCommand(id, body.Value.Note), cancellationToken);
#else
    private static async Task<IResult> CommandName(string id, Sender sender, CancellationToken cancellationToken)
    {
        var done = await sender.ExecuteAsync(new CommandNameCommand(id), cancellationToken);
#endif
        return done.Error is { } refused ? refused.ToHttp() : Results.NoContent();
    }
}
