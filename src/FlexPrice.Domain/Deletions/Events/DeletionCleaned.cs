using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions.Events;

/// <summary>Everything that is erased in batches after the commit was erased. A deletion that erases nothing in batches raises none.</summary>
/// <param name="DeletionId">The record of the deletion.</param>
/// <param name="CustomerId">The deleted customer.</param>
/// <param name="OccurredAt">When.</param>
public sealed record DeletionCleaned(DeletionId DeletionId, CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;
}
