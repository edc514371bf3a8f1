using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>What an edge decides about.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Intent">Why.</param>
/// <param name="Chosen">The action.</param>
/// <param name="Policy">What requests may choose, for the fixes of blockers.</param>
/// <param name="Rows">The customer's dependents.</param>
/// <param name="Target">The customer that the edge's parameter names.</param>
public sealed record EdgeContext(
    CustomerId CustomerId,
    CascadeIntent Intent,
    ChosenAction Chosen,
    EdgePolicy Policy,
    IReadOnlyList<InventoryRow> Rows,
    CustomerId? Target)
{
    /// <summary>The actions of all edges, by edge: an edge decides on the state that the earlier ones leave.</summary>
    public IReadOnlyDictionary<string, string> Actions { get; init; } = new Dictionary<string, string>();

    /// <summary>The time of the request, UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }
}
