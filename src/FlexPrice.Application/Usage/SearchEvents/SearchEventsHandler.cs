using System.Globalization;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Usage.SearchEvents;

internal sealed class SearchEventsHandler(
    IUsageStore usage,
    IUsageSeal seal,
    CustomerResolver customers,
    ILookupHasher hasher,
    ICaller caller,
    TimeProvider clock) : IQueryHandler<SearchEventsQuery, Result<Page<UsageEventView>>>
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(7);

    public async Task<Result<Page<UsageEventView>>> HandleAsync(SearchEventsQuery query, CancellationToken cancellationToken)
    {
        var to = query.To?.ToUniversalTime() ?? clock.GetUtcNow();
        var from = query.From?.ToUniversalTime() ?? to - DefaultWindow;
        LookupHash? externalId = string.IsNullOrEmpty(query.ExternalCustomerId) ? null : customers.Hash(query.ExternalCustomerId);
        LookupHash? eventId = string.IsNullOrEmpty(query.EventId) ? null : hasher.Hash(caller.Scope, LookupPurpose.EventId, query.EventId);
        var eventName = string.IsNullOrEmpty(query.EventName) ? null : query.EventName;
        var (items, total) = await usage.SearchAsync(
            externalId,
            eventName,
            eventId,
            from,
            to,
            query.Paging.EffectiveLimit,
            query.Paging.Offset,
            RequestLimits.EventsAnswerBytes,
            cancellationToken);
        return new Page<UsageEventView>([.. items.Select(item => View(item.Event, item.Subject, seal.Open(item.Subject, item.Event)))], total, query.Paging);
    }

    private static UsageEventView View(UsageEvent usageEvent, UsageSubject subject, SealedUsage? content)
    {
        var properties = new Dictionary<string, string>(content?.Properties ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (name, number) in usageEvent.NumericProperties)
        {
            properties[name] = number.ToString(CultureInfo.InvariantCulture);
        }

        return new UsageEventView(
            content?.EventId ?? "",
            content?.ExternalCustomerId ?? "",
            subject.CustomerId?.Value,
            usageEvent.EventName,
            usageEvent.Timestamp,
            content?.Source ?? "",
            properties,
            IsUnreadable: content is null);
    }
}
