namespace FlexPrice.Api.Usage;

/// <summary>Usage events.</summary>
internal sealed record BulkEventsRequest
{
    /// <summary>1 to 1000 events.</summary>
    public IReadOnlyList<EventRequest>? Events { get; init; }
}
