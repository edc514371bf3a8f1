using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Subscriptions.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that a subscription was cancelled.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenSubscriptionCancelled(IMessagePublisher publisher) : IReaction<SubscriptionCancelled>
{
    public Task ReactAsync(SubscriptionCancelled happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.SubscriptionCancelled, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.SubscriptionId, happened.CustomerId), cancellationToken);
}
