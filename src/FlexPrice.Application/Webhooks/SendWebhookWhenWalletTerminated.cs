using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Wallets.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a wallet was closed.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenWalletTerminated(IWebhookSender sender) : IReaction<WalletTerminated>
{
    public Task ReactAsync(WalletTerminated happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.WalletTerminated, happened.OccurredAt, WebhookData.Of(happened.WalletId, happened.CustomerId), cancellationToken);
}
