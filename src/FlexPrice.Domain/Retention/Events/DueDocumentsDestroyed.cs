using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Retention.Events;

/// <summary>A batch of documents whose retention had ended was destroyed; the storage can be scrubbed.</summary>
/// <param name="Count">How many.</param>
/// <param name="OccurredAt">When.</param>
public sealed record DueDocumentsDestroyed(int Count, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => null;
}
