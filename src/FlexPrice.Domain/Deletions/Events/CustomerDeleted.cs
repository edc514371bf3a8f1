using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions.Events;

/// <summary>A customer was deleted for good.</summary>
/// <param name="DeletionId">The record of the deletion.</param>
/// <param name="CustomerId">The deleted customer.</param>
/// <param name="ParentDeletionId">The deletion that took this one along.</param>
/// <param name="OccurredAt">When.</param>
public sealed record CustomerDeleted(DeletionId DeletionId, CustomerId CustomerId, DeletionId? ParentDeletionId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;

    /// <inheritdoc />
    public string AuditAction => "customer.deleted";

    /// <inheritdoc />
    public string AuditSubject => CustomerId.Value;
}
