using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a customer was registered.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenCustomerCreated(IWebhookSender sender) : IReaction<CustomerCreated>
{
    public Task ReactAsync(CustomerCreated happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.CustomerCreated, happened.OccurredAt, WebhookData.Of(happened.CustomerId), cancellationToken);
}
