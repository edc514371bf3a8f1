using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Customers.Events;

/// <summary>A customer was registered.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
public sealed record CustomerCreated(CustomerId CustomerId, DateTimeOffset OccurredAt) : IAudited
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;

    /// <inheritdoc />
    public string AuditAction => "customer.created";

    /// <inheritdoc />
    public string AuditSubject => CustomerId.Value;
}
