using FlexPrice.Domain.Usage;

namespace FlexPrice.Infrastructure.Usage;

/// <summary>A usage event that is not fetched yet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Size">How many bytes are sealed.</param>
internal sealed record StoredEvent(UsageEventId Id, int Size);
