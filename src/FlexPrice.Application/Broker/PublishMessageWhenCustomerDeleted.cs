using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Deletions.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that a customer was deleted.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenCustomerDeleted(IMessagePublisher publisher) : IReaction<CustomerDeleted>
{
    public Task ReactAsync(CustomerDeleted happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.CustomerDeleted, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened), cancellationToken);
}
