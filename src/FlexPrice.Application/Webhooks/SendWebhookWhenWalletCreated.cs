using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Wallets.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a wallet was opened.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenWalletCreated(IWebhookSender sender) : IReaction<WalletCreated>
{
    public Task ReactAsync(WalletCreated happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.WalletCreated, happened.OccurredAt, WebhookData.Of(happened.WalletId, happened.CustomerId), cancellationToken);
}
