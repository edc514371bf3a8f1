using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Invoices.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that an invoice was issued.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenInvoiceFinalized(IMessagePublisher publisher) : IReaction<InvoiceFinalized>
{
    public Task ReactAsync(InvoiceFinalized happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.InvoiceFinalized, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.InvoiceId, happened.CustomerId), cancellationToken);
}
