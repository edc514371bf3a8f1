using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions.Events;

/// <summary>A person waived a recipient of a deletion.</summary>
/// <param name="RecipientId">The recipient.</param>
/// <param name="DeletionId">The record of the deletion.</param>
/// <param name="CustomerId">The deleted customer.</param>
/// <param name="OccurredAt">When.</param>
public sealed record RecipientWaived(RecipientId RecipientId, DeletionId DeletionId, CustomerId CustomerId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;

    /// <inheritdoc />
    public string AuditAction => "recipient.waived";

    /// <inheritdoc />
    public string AuditSubject => RecipientId.Value;
}
