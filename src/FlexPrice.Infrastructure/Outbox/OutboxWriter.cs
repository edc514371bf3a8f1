using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Persistence.Conventions;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Turns an event into one row per reaction. For a broker that the operator does not have, nothing is written.</summary>
internal sealed class OutboxWriter(ReactionCatalogue reactions, EventCatalogue events, IIdGenerator ids, FlexPriceSettings settings)
{
    // Whatever the clock says later: one that is set back must not keep a day waiting what nobody has tried yet.
    private static readonly DateTimeOffset AtOnce = DateTimeOffset.UnixEpoch;

    public IEnumerable<OutboxMessage> MessagesFor(IDomainEvent happened, EnvironmentScope scope)
    {
        var type = happened.GetType();
        var interested = reactions.For(type).Where(reaction => reaction.Lane != ReactionLane.Broker || settings.RabbitMq is not null).ToList();
        if (interested.Count == 0)
        {
            return [];
        }

        var messageId = ids.New<MessageId>().Value;
        var payload = JsonSerializer.Serialize(happened, type, StoredJson.Options);
        return interested.Select(reaction => new OutboxMessage
        {
            TenantId = scope.TenantId,
            EnvironmentId = scope.EnvironmentId,
            MessageId = messageId,
            Reaction = reaction.Name,
            Lane = reaction.Lane,
            Line = reaction.Line,
            OrderingKey = happened.OrderingKey,
            EventName = events.NameOf(type),
            Payload = payload,
            OccurredAt = happened.OccurredAt,
            DueAt = AtOnce,
        });
    }
}
