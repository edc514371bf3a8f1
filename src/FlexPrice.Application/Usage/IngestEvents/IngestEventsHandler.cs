using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Usage.IngestEvents;

internal sealed class IngestEventsHandler(
    IUnitOfWork unitOfWork,
    IUsageStore usage,
    IUsageSeal seal,
    UsageSubjects subjects,
    CustomerResolver customers,
    ILookupHasher hasher,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<IngestEventsCommand, Result<IReadOnlyList<string>>>
{
    public async Task<Result<IReadOnlyList<string>>> HandleAsync(IngestEventsCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var arrivals = command.Events.Select(Identify).ToList();
        var owners = await subjects.FindOrBeginAsync([.. arrivals.Select(arrival => arrival.Moment)], now, cancellationToken);
        var hashes = arrivals.Select(arrival => arrival.EventIdHash).Distinct().ToList();
        var seen = (await usage.FindExistingAsync(hashes, cancellationToken)).ToHashSet();
        foreach (var (arrival, subject) in arrivals.Zip(owners))
        {
            if (subject is null || !seen.Add((subject.Owner, arrival.EventIdHash)))
            {
                continue;
            }

            if (Record(arrival, subject, now) is not { } recorded)
            {
                return UsageErrors.KeyUnreadable(arrival.Sent.ExternalCustomerId!);
            }

            usage.Add(recorded);
        }

        var discarded = owners.Count(subject => subject is null);
        unitOfWork.AfterCommit(() => FlexPriceTelemetry.FencedOff.Add(discarded, new KeyValuePair<string, object?>("kind", "usage_event")));
        return arrivals.Select(arrival => arrival.EventId).ToList();
    }

    private Arrival Identify(EventToIngest sent)
    {
        var id = ids.New<UsageEventId>();
        var eventId = string.IsNullOrEmpty(sent.EventId) ? id.Value : sent.EventId;
        return new Arrival(
            sent,
            id,
            eventId,
            hasher.Hash(caller.Scope, LookupPurpose.EventId, eventId),
            new UsageMoment(customers.Hash(sent.ExternalCustomerId!), sent.Timestamp?.ToUniversalTime()));
    }

    private UsageEvent? Record(Arrival arrival, UsageSubject subject, DateTimeOffset now)
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

    private sealed record Arrival(EventToIngest Sent, UsageEventId Id, string EventId, LookupHash EventIdHash, UsageMoment Moment);
}
