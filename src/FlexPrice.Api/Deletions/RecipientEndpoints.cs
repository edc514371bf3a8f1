using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Deletions.ConfirmRecipient;
using FlexPrice.Application.Deletions.GetDeletion;
using FlexPrice.Application.Deletions.WaiveRecipient;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Mvc;

namespace FlexPrice.Api.Deletions;

/// <summary>The recipients of a deletion: what people decide about them.</summary>
internal static class RecipientEndpoints
{
    public static void MapRecipients(this IEndpointRouteBuilder routes)
    {
        var recipients = routes.MapGroup("/deletions/{id}/recipients/{recipient_id}").WithTags("Deletions");
        recipients.MapPost("/waive", WaiveRecipient).Sends<WaiveRecipientCommand>().Produces<DeletionResponse>().Replayable().IsExtension();
        recipients.MapPost("/confirm", ConfirmRecipient).Sends<ConfirmRecipientCommand>().Produces<DeletionResponse>().Replayable().IsExtension();
    }

    [EndpointSummary("Decide that a recipient of a deletion need not be told")]
    private static async Task<IResult> WaiveRecipient(
        string id,
        [FromRoute(Name = "recipient_id")] string recipientId,
        Body<WaiveRecipientRequest> body,
        Sender sender,
        CancellationToken cancellationToken) =>
        await AnswerAsync(await sender.ExecuteAsync(new WaiveRecipientCommand(id, recipientId, body.Value.Reason), cancellationToken), sender, cancellationToken);

    [EndpointSummary("Confirm that a refund was paid")]
    private static async Task<IResult> ConfirmRecipient(
        string id,
        [FromRoute(Name = "recipient_id")] string recipientId,
        Body<ConfirmRecipientRequest> body,
        Sender sender,
        CancellationToken cancellationToken) =>
        await AnswerAsync(await sender.ExecuteAsync(new ConfirmRecipientCommand(id, recipientId, body.Value.Evidence), cancellationToken), sender, cancellationToken);

    private static async Task<IResult> AnswerAsync(CommandResult<DeletionId> closed, Sender sender, CancellationToken cancellationToken)
    {
        if (closed.Error is { } refused)
        {
            return refused.ToHttp();
        }

        var deletion = await sender.QueryAsync(new GetDeletionQuery(closed.Id.Value), cancellationToken);
        return deletion.Error is { } gone ? gone.ToHttp() : Results.Ok(DeletionResponse.Of(deletion.Value));
    }
}
