using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Invoices.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that an invoice was made, which FlexPrice calls an update.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenInvoiceCreated(IMessagePublisher publisher) : IReaction<InvoiceCreated>
{
    public Task ReactAsync(InvoiceCreated happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.InvoiceUpdated, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.InvoiceId, happened.CustomerId), cancellationToken);
}
