using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions.Events;

/// <summary>Cleaning, scrubbing and telling are done: what should be gone can be searched for.</summary>
/// <param name="DeletionId">The record of the deletion.</param>
/// <param name="CustomerId">The customer who is gone.</param>
/// <param name="OccurredAt">When.</param>
public sealed record DeletionSettled(DeletionId DeletionId, CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;
}
