using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Customers.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that a customer was registered.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenCustomerCreated(IMessagePublisher publisher) : IReaction<CustomerCreated>
{
    public Task ReactAsync(CustomerCreated happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.CustomerCreated, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.CustomerId), cancellationToken);
}
