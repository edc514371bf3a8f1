using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Customers.Events;

/// <summary>A customer was changed.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
public sealed record CustomerUpdated(CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;
}
