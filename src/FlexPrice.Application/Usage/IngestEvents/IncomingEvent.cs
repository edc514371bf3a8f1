using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Application.Usage.IngestEvents;

/// <summary>A sent event with its ids.</summary>
/// <param name="Sent">The event as it was sent.</param>
/// <param name="Id">The id of its row.</param>
/// <param name="EventId">The caller's id; the row's when none was sent.</param>
/// <param name="EventIdHash">The blind index of the caller's id.</param>
/// <param name="Moment">Whose external id, and when.</param>
internal sealed record IncomingEvent(EventToIngest Sent, UsageEventId Id, string EventId, LookupHash EventIdHash, UsageMoment Moment);
