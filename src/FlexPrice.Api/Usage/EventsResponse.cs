using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Usage;
using FlexPrice.Domain.Access;

namespace FlexPrice.Api.Usage;

/// <summary>One page of usage events. It has fewer than requested when they are large.</summary>
internal sealed record EventsResponse
{
    public required IReadOnlyList<EventResponse> Events { get; init; }

    public required bool HasMore { get; init; }

    /// <summary>Always null: pages are chosen by offset.</summary>
    public string? IterFirstKey { get; init; }

    /// <summary>Always null: pages are chosen by offset.</summary>
    public string? IterLastKey { get; init; }

    /// <summary>The offset to use for the next page.</summary>
    public required long Offset { get; init; }

    public required int TotalCount { get; init; }

    public static EventsResponse Of(Page<UsageEventView> page, EnvironmentId environmentId)
    {
        var end = (long)page.Paging.Offset + page.Items.Count;
        var hasMore = end < page.Total;
        return new EventsResponse
        {
            Events = [.. page.Items.Select(view => EventResponse.Of(view, environmentId))],
            HasMore = hasMore,

            // A page of large events ends early; the next one begins where it does.
            Offset = hasMore && page.Items.Count > 0 ? end : (long)page.Paging.Offset + page.Paging.EffectiveLimit,
            TotalCount = page.Total,
        };
    }
}
