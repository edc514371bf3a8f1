using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Wallets.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that a wallet was opened.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenWalletCreated(IMessagePublisher publisher) : IReaction<WalletCreated>
{
    public Task ReactAsync(WalletCreated happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.WalletCreated, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.WalletId, happened.CustomerId), cancellationToken);
}
