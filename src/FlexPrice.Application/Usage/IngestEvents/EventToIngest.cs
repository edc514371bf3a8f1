using System.Text.Json;

namespace FlexPrice.Application.Usage.IngestEvents;

/// <summary>A usage event as it was sent.</summary>
public sealed record EventToIngest
{
    /// <summary>The caller's id of the event; generated when absent.</summary>
    public string? EventId { get; init; }

    /// <summary>What was used. Required.</summary>
    public string? EventName { get; init; }

    /// <summary>The tenant's id of the customer. Required.</summary>
    public string? ExternalCustomerId { get; init; }

    /// <summary>When it was used. Default: now.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }

    /// <summary>The properties; any JSON values.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Properties { get; init; }
}
