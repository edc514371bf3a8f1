using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Subscriptions.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that a subscription was made.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenSubscriptionCreated(IMessagePublisher publisher) : IReaction<SubscriptionCreated>
{
    public Task ReactAsync(SubscriptionCreated happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.SubscriptionCreated, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.SubscriptionId, happened.CustomerId), cancellationToken);
}
