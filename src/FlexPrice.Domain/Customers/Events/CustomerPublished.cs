using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Customers.Events;

/// <summary>A customer was taken back into business.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
public sealed record CustomerPublished(CustomerId CustomerId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;

    /// <inheritdoc />
    public string AuditAction => "customer.published";

    /// <inheritdoc />
    public string AuditSubject => CustomerId.Value;
}
