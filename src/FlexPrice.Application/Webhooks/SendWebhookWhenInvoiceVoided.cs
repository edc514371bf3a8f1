using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Invoices.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that an invoice was taken back.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenInvoiceVoided(IWebhookSender sender) : IReaction<InvoiceVoided>
{
    public Task ReactAsync(InvoiceVoided happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.InvoiceVoided, happened.OccurredAt, WebhookData.Of(happened.InvoiceId, happened.CustomerId), cancellationToken);
}
