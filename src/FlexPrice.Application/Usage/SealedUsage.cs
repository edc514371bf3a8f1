namespace FlexPrice.Application.Usage;

/// <summary>The personal content of an event.</summary>
/// <param name="EventId">The caller's id of the event.</param>
/// <param name="ExternalCustomerId">The tenant's id of the customer.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Properties">The properties that are no numbers: texts as they are, everything else as JSON text.</param>
public sealed record SealedUsage(string EventId, string ExternalCustomerId, string Source, IReadOnlyDictionary<string, string> Properties);
