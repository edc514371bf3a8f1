using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Usage;
using FlexPrice.Domain.Access;

namespace FlexPrice.Api.Usage;

/// <summary>One page of usage events.</summary>
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

    public static EventsResponse Of(Page<UsageEventView> page, EnvironmentId environmentId) => new()
    {
        Events = [.. page.Items.Select(view => EventResponse.Of(view, environmentId))],
        HasMore = (long)page.Paging.Offset + page.Items.Count < page.Total,
        Offset = (long)page.Paging.Offset + page.Paging.EffectiveLimit,
        TotalCount = page.Total,
    };
}
