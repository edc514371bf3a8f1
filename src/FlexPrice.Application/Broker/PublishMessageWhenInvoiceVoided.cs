using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Invoices.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that an invoice was taken back.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenInvoiceVoided(IMessagePublisher publisher) : IReaction<InvoiceVoided>
{
    public Task ReactAsync(InvoiceVoided happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.InvoiceVoided, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.InvoiceId, happened.CustomerId), cancellationToken);
}
