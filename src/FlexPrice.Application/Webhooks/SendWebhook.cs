using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Announcements;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Webhooks;

/// <summary>Announces to the operator's endpoint. A deletion counts as announced only when the endpoint has accepted it.</summary>
[RunsOn(ReactionLane.Outgoing)]
[OrderedWith(WebhookOrdering.Name)]
internal sealed class SendWebhook(IWebhookSender sender, DeletionTelling telling, IFailpoints failpoints) : IReaction<IDomainEvent>
{
    public async Task ReactAsync(IDomainEvent happened, string messageId, CancellationToken cancellationToken)
    {
        var announcement = AnnouncedEvents.Announce(happened);
        await sender.SendAsync(messageId, announcement.Type, announcement.OccurredAt, announcement.Data, cancellationToken);
        if (announcement.DeletionId is { } deletion)
        {
            await failpoints.ReachAsync(Failpoint.WebhookDelivered, cancellationToken);
            await telling.FinishAsync(deletion, cancellationToken);
        }
    }
}
