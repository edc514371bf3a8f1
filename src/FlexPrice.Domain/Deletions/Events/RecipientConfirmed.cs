using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions.Events;

/// <summary>A person confirmed that a recipient of a deletion has acted.</summary>
/// <param name="RecipientId">The recipient.</param>
/// <param name="DeletionId">The record of the deletion.</param>
/// <param name="CustomerId">The deleted customer.</param>
/// <param name="OccurredAt">When.</param>
public sealed record RecipientConfirmed(RecipientId RecipientId, DeletionId DeletionId, CustomerId CustomerId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;

    /// <inheritdoc />
    public string AuditAction => "recipient.confirmed";

    /// <inheritdoc />
    public string AuditSubject => RecipientId.Value;
}
