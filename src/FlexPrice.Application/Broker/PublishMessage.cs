using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Announcements;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Broker;

/// <summary>Announces to the operator's broker.</summary>
[RunsOn(ReactionLane.Broker)]
[OrderedWith(BrokerOrdering.Name)]
internal sealed class PublishMessage(IMessagePublisher publisher) : IReaction<IDomainEvent>
{
    public Task ReactAsync(IDomainEvent happened, string messageId, CancellationToken cancellationToken)
    {
        var announcement = AnnouncedEvents.Announce(happened);
        return publisher.PublishAsync(messageId, announcement.Type, announcement.CustomerId, announcement.OccurredAt, announcement.Data, cancellationToken);
    }
}
