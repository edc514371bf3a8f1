using System.Text.Json;
using FlexPrice.Application.Usage.IngestEvents;

namespace FlexPrice.Api.Usage;

/// <summary>A usage event.</summary>
internal sealed record EventRequest
{
    /// <summary>Your id of the event; the same id again is the same event. Made up when absent.</summary>
    public string? EventId { get; init; }

    public string? EventName { get; init; }

    public string? ExternalCustomerId { get; init; }

    /// <summary>Default: now.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    public string? Source { get; init; }

    /// <summary>Any JSON values.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Properties { get; init; }

    public EventToIngest ToEvent() => new()
    {
        EventId = EventId,
        EventName = EventName,
        ExternalCustomerId = ExternalCustomerId,
        Timestamp = Timestamp,
        Source = Source,
        Properties = Properties,
    };
}
