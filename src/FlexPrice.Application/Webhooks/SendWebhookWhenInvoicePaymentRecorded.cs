using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Invoices.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that the payment status of an invoice changed.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenInvoicePaymentRecorded(IWebhookSender sender) : IReaction<InvoicePaymentRecorded>
{
    public Task ReactAsync(InvoicePaymentRecorded happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.InvoicePaymentUpdated, happened.OccurredAt, WebhookData.Of(happened.InvoiceId, happened.CustomerId), cancellationToken);
}
