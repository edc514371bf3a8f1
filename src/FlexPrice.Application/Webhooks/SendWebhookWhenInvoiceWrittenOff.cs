using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Invoices.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that an invoice was given up, which FlexPrice calls an update of its payment.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenInvoiceWrittenOff(IWebhookSender sender) : IReaction<InvoiceWrittenOff>
{
    public Task ReactAsync(InvoiceWrittenOff happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.InvoicePaymentUpdated, happened.OccurredAt, WebhookData.Of(happened.InvoiceId, happened.CustomerId), cancellationToken);
}
