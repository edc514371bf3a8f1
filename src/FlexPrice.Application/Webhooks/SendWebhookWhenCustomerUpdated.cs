using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a customer was changed.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenCustomerUpdated(IWebhookSender sender) : IReaction<CustomerUpdated>
{
    public Task ReactAsync(CustomerUpdated happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.CustomerUpdated, happened.OccurredAt, WebhookData.Of(happened.CustomerId), cancellationToken);
}
