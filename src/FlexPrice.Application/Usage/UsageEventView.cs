namespace FlexPrice.Application.Usage;

/// <summary>A usage event, opened.</summary>
/// <param name="EventId">The caller's id.</param>
/// <param name="ExternalCustomerId">The tenant's id of the customer.</param>
/// <param name="CustomerId">Our id of the customer; null when the external id has no customer.</param>
/// <param name="EventName">What was used.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Properties">The properties, every value as text.</param>
/// <param name="IsUnreadable">Whether what is sealed did not open: then only what is stored in clear is here.</param>
public sealed record UsageEventView(
    string EventId,
    string ExternalCustomerId,
    string? CustomerId,
    string EventName,
    DateTimeOffset Timestamp,
    string Source,
    IReadOnlyDictionary<string, string> Properties,
    bool IsUnreadable);
