using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Usage.IngestEvents;

internal sealed class IngestEventsHandler(
    IUsageStore usage,
    IUsageSeal seal,
    IFences fences,
    CustomerResolver customers,
    IRowLocks locks,
    ILookupHasher hasher,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<IngestEventsCommand, Result<IReadOnlyList<string>>>
{
    public async Task<Result<IReadOnlyList<string>>> HandleAsync(IngestEventsCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var arrivals = command.Events.Select(Identify).ToList();
        await locks.HoldByExternalIdAsync([.. arrivals.Select(arrival => customers.Hash(arrival.Sent.ExternalCustomerId!)).Distinct()], cancellationToken);
        var hashes = arrivals.Select(arrival => arrival.EventIdHash).Distinct().ToList();
        var seen = (await usage.FindExistingAsync(hashes, cancellationToken)).ToHashSet();
        var subjects = new Dictionary<LookupHash, UsageSubject?>();
        var fencedOff = 0;
        foreach (var arrival in arrivals)
        {
            var externalId = customers.Hash(arrival.Sent.ExternalCustomerId!);
            if (!subjects.TryGetValue(externalId, out var subject))
            {
                subject = await FindOrBeginSubjectAsync(arrival.Sent.ExternalCustomerId!, externalId, now, cancellationToken);
                subjects.Add(externalId, subject);
            }

            if (subject is null)
            {
                fencedOff++;
                continue;
            }

            if (!seen.Add((subject.Owner, arrival.EventIdHash)))
            {
                continue;
            }

            if (Record(arrival, subject, now) is not { } recorded)
            {
                return UsageErrors.KeyUnreadable(arrival.Sent.ExternalCustomerId!);
            }

            usage.Add(recorded);
        }

        FlexPriceTelemetry.FencedOff.Add(fencedOff, new KeyValuePair<string, object?>("kind", "usage_event"));
        return arrivals.Select(arrival => arrival.EventId).ToList();
    }

    private Arrival Identify(EventToIngest sent)
    {
        var id = ids.New<UsageEventId>();
        var eventId = string.IsNullOrEmpty(sent.EventId) ? id.Value : sent.EventId;
        return new Arrival(sent, id, eventId, hasher.Hash(caller.Scope, LookupPurpose.EventId, eventId));
    }

    // Null when the events are of a customer who was deleted.
    private async Task<UsageSubject?> FindOrBeginSubjectAsync(string externalCustomerId, LookupHash externalId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await usage.FindSubjectAsync(externalId, cancellationToken) is { } known)
        {
            return known;
        }

        var customer = await customers.FindByExternalIdAsync(externalCustomerId, cancellationToken);
        if (customer is null && await fences.StandsAsync(externalId, now, cancellationToken))
        {
            return null;
        }

        var subject = UsageSubject.Begin(caller.Scope, ids.New<UsageSubjectId>(), externalId, customer?.Id, seal.NewWrappedKey(), now);
        usage.Add(subject);
        return subject;
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
                arrival.Sent.Timestamp?.ToUniversalTime() ?? now,
                numbers,
                contentSealed,
                now)
            : null;
    }

    private sealed record Arrival(EventToIngest Sent, UsageEventId Id, string EventId, LookupHash EventIdHash);
}
