using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Invoices.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that the payment status of an invoice changed.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenInvoicePaymentRecorded(IMessagePublisher publisher) : IReaction<InvoicePaymentRecorded>
{
    public Task ReactAsync(InvoicePaymentRecorded happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.InvoicePaymentUpdated, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.InvoiceId, happened.CustomerId), cancellationToken);
}
