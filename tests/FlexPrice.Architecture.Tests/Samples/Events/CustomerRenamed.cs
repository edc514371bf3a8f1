using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Architecture.Tests.Samples.Events;

/// <summary>Wrong: carries a personal value and an entity, and resides with no feature of the domain.</summary>
internal sealed record CustomerRenamed(CustomerId CustomerId, string NewName, Customer Customer, DateTimeOffset OccurredAt) : IDomainEvent
{
    public string? OrderingKey => CustomerId.Value;
}
