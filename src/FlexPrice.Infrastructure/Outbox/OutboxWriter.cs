using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Persistence.Conventions;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Makes one row per reaction of an event, regardless of this process's settings.</summary>
internal sealed class OutboxWriter(ReactionCatalogue reactions, EventCatalogue events, IIdGenerator ids, IDatabaseDialect dialect, FlexPriceSettings settings)
{
    // In the past, regardless of the clock: a clock that is set back must not delay the first attempt.
    private static readonly DateTimeOffset Immediately = DateTimeOffset.UnixEpoch;

    public IEnumerable<OutboxMessage> MessagesFor(IDomainEvent happened, EnvironmentScope scope)
    {
        var type = happened.GetType();
        var interested = reactions.For(type);
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
            DueAt = Immediately,
        });
    }

    /// <summary>
    /// The statement that writes a row only where its channel is used; null for a row that is written in any case. The database decides, in the transaction of the event:
    /// what this process remembered of it could be old, and the event would be lost.
    /// </summary>
    public SqlCall? WhereUsed(OutboxMessage message) => settings.Channels.Any(channel => channel.Name == message.Line && !channel.RunsForNobody)
        ? new SqlCall("outbox.add_where_used", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@tenant"] = message.TenantId.Value,
            ["@environment"] = message.EnvironmentId.Value,
            ["@message"] = message.MessageId,
            ["@reaction"] = message.Reaction,
            ["@lane"] = StoredName.Of(message.Lane),
            ["@line"] = message.Line,
            ["@key"] = message.OrderingKey,
            ["@event"] = message.EventName,
            ["@payload"] = message.Payload,
            ["@occurred"] = dialect.Time(message.OccurredAt),
            ["@due"] = dialect.Time(message.DueAt),
        })
        : null;
}
