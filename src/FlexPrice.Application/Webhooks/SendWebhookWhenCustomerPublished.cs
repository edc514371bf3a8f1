using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a customer was taken back into business, which FlexPrice calls an update.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenCustomerPublished(IWebhookSender sender) : IReaction<CustomerPublished>
{
    public Task ReactAsync(CustomerPublished happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.CustomerUpdated, happened.OccurredAt, WebhookData.Of(happened.CustomerId), cancellationToken);
}
