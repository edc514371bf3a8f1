using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a customer was deleted; only when that is accepted does the deletion count as told.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenCustomerDeleted(
    IWebhookSender sender,
    IUnitOfWork unitOfWork,
    IRepository<Deletion> deletions,
    IFailpoints failpoints,
    TimeProvider clock) : IReaction<CustomerDeleted>
{
    public async Task ReactAsync(CustomerDeleted happened, string messageId, CancellationToken cancellationToken)
    {
        await sender.SendAsync(messageId, WebhookEventType.CustomerDeleted, happened.OccurredAt, WebhookData.Of(happened), cancellationToken);
        await failpoints.ReachAsync(Failpoint.WebhookDelivered, cancellationToken);
        await unitOfWork.CompleteAsync<DeletionId>(
            async token =>
            {
                var deletion = await deletions.FirstOrDefaultAsync(new DeletionById(happened.DeletionId), token);
                deletion?.FinishTelling(new Change(clock.GetUtcNow(), ""));
                return happened.DeletionId;
            },
            cancellationToken);
    }
}
