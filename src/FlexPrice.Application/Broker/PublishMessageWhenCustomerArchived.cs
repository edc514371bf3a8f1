using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Customers.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that a customer was archived, which FlexPrice calls an update.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenCustomerArchived(IMessagePublisher publisher) : IReaction<CustomerArchived>
{
    public Task ReactAsync(CustomerArchived happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.CustomerUpdated, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.CustomerId), cancellationToken);
}
