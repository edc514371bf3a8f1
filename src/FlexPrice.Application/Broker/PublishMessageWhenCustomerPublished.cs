using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Customers.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that a customer was taken back into business, which FlexPrice calls an update.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenCustomerPublished(IMessagePublisher publisher) : IReaction<CustomerPublished>
{
    public Task ReactAsync(CustomerPublished happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.CustomerUpdated, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.CustomerId), cancellationToken);
}
