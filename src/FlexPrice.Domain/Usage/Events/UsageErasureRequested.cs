using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Usage.Events;

/// <summary>The usage events of a deleted customer are to be erased, in batches.</summary>
/// <param name="DeletionId">The record of the deletion.</param>
/// <param name="CustomerId">The deleted customer.</param>
/// <param name="SubjectIds">The pseudonyms under which the events are stored.</param>
/// <param name="OccurredAt">When.</param>
public sealed record UsageErasureRequested(DeletionId DeletionId, CustomerId CustomerId, IReadOnlyList<UsageSubjectId> SubjectIds, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;
}
