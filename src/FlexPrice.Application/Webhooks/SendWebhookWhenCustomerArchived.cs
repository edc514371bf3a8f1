using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a customer was archived, which FlexPrice calls an update.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenCustomerArchived(IWebhookSender sender) : IReaction<CustomerArchived>
{
    public Task ReactAsync(CustomerArchived happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.CustomerUpdated, happened.OccurredAt, WebhookData.Of(happened.CustomerId), cancellationToken);
}
