using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Subscriptions.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a subscription was cancelled.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenSubscriptionCancelled(IWebhookSender sender) : IReaction<SubscriptionCancelled>
{
    public Task ReactAsync(SubscriptionCancelled happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.SubscriptionCancelled, happened.OccurredAt, WebhookData.Of(happened.SubscriptionId, happened.CustomerId), cancellationToken);
}
