using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Subscriptions.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a subscription was made.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenSubscriptionCreated(IWebhookSender sender) : IReaction<SubscriptionCreated>
{
    public Task ReactAsync(SubscriptionCreated happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.SubscriptionCreated, happened.OccurredAt, WebhookData.Of(happened.SubscriptionId, happened.CustomerId), cancellationToken);
}
