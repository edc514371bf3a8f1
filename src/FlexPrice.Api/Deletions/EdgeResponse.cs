using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Deletions;

/// <summary>What happens at one edge.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Action">The action.</param>
/// <param name="Source">The source of the choice: product, environment or request.</param>
/// <param name="Count">How many things hang there.</param>
/// <param name="Money">What they are worth, by currency.</param>
/// <param name="Rows">What happens to the rows.</param>
internal sealed record EdgeResponse(
    string Edge,
    string Action,
    string Source,
    long Count,
    IReadOnlyList<MoneyResponse> Money,
    IReadOnlyList<RowEffectResponse> Rows)
{
    public static EdgeResponse Of(EdgeOutcome outcome) => new(
        outcome.Edge,
        outcome.Action,
        WireName.Of(outcome.Source),
        outcome.Count,
        [.. outcome.Money.Select(MoneyResponse.Of)],
        [.. outcome.Rows.Select(RowEffectResponse.Of)]);
}
