using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Usage.IngestEvents;

/// <summary>Makes stored events of sent ones.</summary>
internal sealed class UsageEventFactory(IUsageSeal seal, CustomerResolver customers, ILookupHasher hasher, IIdGenerator ids, ICaller caller)
{
    /// <summary>Gives an event its ids, and the external id and time that decide its owner.</summary>
    public IncomingEvent Identify(EventToIngest sent)
    {
        var id = ids.New<UsageEventId>();
        var eventId = string.IsNullOrEmpty(sent.EventId) ? id.Value : sent.EventId;
        return new IncomingEvent(
            sent,
            id,
            eventId,
            hasher.Hash(caller.Scope, LookupPurpose.EventId, eventId),
            new UsageMoment(customers.Hash(sent.ExternalCustomerId!), sent.Timestamp?.ToUniversalTime()));
    }

    /// <summary>Makes the stored event: numbers in clear, everything else sealed under the key of its owner.</summary>
    /// <returns>Null when that key cannot be opened.</returns>
    public UsageEvent? Record(IncomingEvent arrival, UsageSubject subject, DateTimeOffset now)
    {
        var numbers = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arrival.Sent.Properties ?? new Dictionary<string, JsonElement>())
        {
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
            {
                numbers[name] = number;
            }
            else
            {
                texts[name] = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            }
        }

        var content = new SealedUsage(arrival.EventId, arrival.Sent.ExternalCustomerId!, arrival.Sent.Source ?? "", texts);
        return seal.Seal(subject, arrival.Id, content) is { } contentSealed
            ? UsageEvent.Record(
                subject,
                arrival.Id,
                arrival.EventIdHash,
                arrival.Sent.EventName!,
                arrival.Moment.Timestamp ?? now,
                numbers,
                contentSealed,
                now)
            : null;
    }
}
