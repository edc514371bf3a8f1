using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Subscriptions.Events;

/// <summary>A subscription was made.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="CustomerId">The customer that uses it.</param>
/// <param name="OccurredAt">When.</param>
public sealed record SubscriptionCreated(SubscriptionId SubscriptionId, CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;
}
