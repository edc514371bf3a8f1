using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Customers.Events;

/// <summary>A customer was archived.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
public sealed record CustomerArchived(CustomerId CustomerId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;

    /// <inheritdoc />
    public string AuditAction => "customer.archived";

    /// <inheritdoc />
    public string AuditSubject => CustomerId.Value;
}
