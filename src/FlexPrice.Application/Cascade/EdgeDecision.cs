using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Cascade;

/// <summary>What an edge decided about one customer.</summary>
public sealed record EdgeDecision
{
    /// <summary>What the edge decided from.</summary>
    public required EdgeContext Context { get; init; }

    /// <summary>How many things hang there.</summary>
    public required long Count { get; init; }

    /// <summary>What happens to the rows.</summary>
    public IReadOnlyList<RowEffect> Effects { get; init; } = [];

    /// <summary>What must be dealt with first; the deletion is refused when there is any.</summary>
    public IReadOnlyList<Blocker> Blockers { get; init; } = [];

    /// <summary>The recipients, who must act before the deletion is completed. The edge's statements write exactly these.</summary>
    public IReadOnlyList<RecipientCount> Recipients { get; init; } = [];

    /// <summary>Whether something is erased in batches after the commit.</summary>
    public bool HasWorkAfterCommit { get; init; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId => Context.CustomerId;

    /// <summary>The action.</summary>
    public string Action => Context.Chosen.Action;

    /// <summary>What the things are worth, by currency; only rows with money.</summary>
    public IReadOnlyList<MoneyAmount> Money =>
    [
        .. Context.Rows
            .Where(row => row is { Currency: not null, Amount: not null })
            .GroupBy(row => row.Currency!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new MoneyAmount(group.Key, group.Sum(row => row.Amount!.Value))),
    ];

    /// <summary>For the record of the deletion.</summary>
    public EdgeOutcome ToOutcome() =>
        new(Context.Chosen.Edge, Action, Context.Chosen.Source, Count, Money, Effects) { Recipients = Recipients };
}
