using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Cascade;

/// <summary>What was done at one edge of a deleted customer.</summary>
/// <param name="Edge">The edge's name.</param>
/// <param name="Action">The action.</param>
/// <param name="Source">The source of the choice.</param>
/// <param name="Count">How many things hung there.</param>
/// <param name="Money">What they were worth, by currency.</param>
/// <param name="Rows">What happened to the rows.</param>
public sealed record EdgeOutcome(
    string Edge,
    string Action,
    ActionSource Source,
    long Count,
    IReadOnlyList<MoneyAmount> Money,
    IReadOnlyList<RowEffect> Rows)
{
    /// <summary>The recipients that had to act before the deletion was completed.</summary>
    public IReadOnlyList<RecipientCount> Recipients { get; init; } = [];
}
