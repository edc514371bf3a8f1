using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Invoices.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that an invoice was given up, which FlexPrice calls an update of its payment.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenInvoiceWrittenOff(IMessagePublisher publisher) : IReaction<InvoiceWrittenOff>
{
    public Task ReactAsync(InvoiceWrittenOff happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.InvoicePaymentUpdated, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.InvoiceId, happened.CustomerId), cancellationToken);
}
