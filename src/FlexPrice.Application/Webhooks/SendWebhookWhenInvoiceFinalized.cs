using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Invoices.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that an invoice was issued.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenInvoiceFinalized(IWebhookSender sender) : IReaction<InvoiceFinalized>
{
    public Task ReactAsync(InvoiceFinalized happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.InvoiceFinalized, happened.OccurredAt, WebhookData.Of(happened.InvoiceId, happened.CustomerId), cancellationToken);
}
