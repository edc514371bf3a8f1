using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Cascade;

/// <summary>A statement of the SQL registry with its parameters. Tenant, environment, time and actor are added by the store.</summary>
/// <param name="Name">The statement's name in the registry.</param>
/// <param name="Customers">The customers it is about.</param>
public sealed record CascadeStatement(string Name, IReadOnlyList<CustomerId> Customers)
{
    /// <summary>Another customer that the statement names.</summary>
    public CustomerId? Target { get; init; }

    /// <summary>The customers' deletion records; empty when no customer is deleted.</summary>
    public IReadOnlyDictionary<CustomerId, DeletionId> Deletions { get; init; } = new Dictionary<CustomerId, DeletionId>();

    /// <summary>How many rows it must change; null when that was not counted.</summary>
    public long? ExpectedRows { get; init; }
}
