using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions.Events;

/// <summary>Cleaning, scrubbing and notifying are done: the search for leftovers can begin.</summary>
/// <param name="DeletionId">The record of the deletion.</param>
/// <param name="CustomerId">The deleted customer.</param>
/// <param name="OccurredAt">When.</param>
public sealed record DeletionSettled(DeletionId DeletionId, CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;
}
