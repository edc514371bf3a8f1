using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Wallets.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that a wallet was closed.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenWalletTerminated(IMessagePublisher publisher) : IReaction<WalletTerminated>
{
    public Task ReactAsync(WalletTerminated happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.WalletTerminated, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.WalletId, happened.CustomerId), cancellationToken);
}
