using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Usage.IngestEvents;

/// <summary>The external id and time that decide the owner of an event.</summary>
/// <param name="ExternalId">The blind index of the external id that it names.</param>
/// <param name="Timestamp">When it happened; null when it does not say, which is now.</param>
internal readonly record struct UsageMoment(LookupHash ExternalId, DateTimeOffset? Timestamp);
