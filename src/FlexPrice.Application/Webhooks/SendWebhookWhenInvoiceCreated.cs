using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Invoices.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that an invoice was made, which FlexPrice calls an update.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenInvoiceCreated(IWebhookSender sender) : IReaction<InvoiceCreated>
{
    public Task ReactAsync(InvoiceCreated happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.InvoiceUpdated, happened.OccurredAt, WebhookData.Of(happened.InvoiceId, happened.CustomerId), cancellationToken);
}
