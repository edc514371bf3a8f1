using System.Text;
using FlexPrice.Domain.Usage;

namespace FlexPrice.Infrastructure.Usage;

/// <summary>Fetches a page of events in batches, so that memory holds no more than an answer.</summary>
internal static class EventBatches
{
    // Numbers are not sealed, so that their size is known only when they are here.
    private const int MaximumBatch = 250;

    // The longest name of an event, ids, the time, and the names of the fields.
    private const int Frame = 1280;

    // The digits of a number with its quotes.
    private const int Number = 40;

    /// <summary>The events that can fit, batch by batch; the first one regardless of its size.</summary>
    public static IEnumerable<IReadOnlyList<UsageEventId>> Of(IReadOnlyList<StoredEvent> page, int bytes)
    {
        var sum = 0L;
        return page
            .TakeWhile((stored, index) => (sum += stored.Size + Frame) <= bytes || index == 0)
            .Select(stored => stored.Id)
            .Chunk(MaximumBatch);
    }

    /// <summary>At least as many bytes as the event has in an answer. A character of a name can be escaped there.</summary>
    public static long SizeOf(UsageEvent usage) =>
        Frame + usage.Sealed.Length + usage.NumericProperties.Keys.Sum(name => (2L * Encoding.UTF8.GetByteCount(name)) + Number);
}
