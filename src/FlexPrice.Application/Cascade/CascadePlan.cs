using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Cascade;

/// <summary>What the cascade decided about a customer and, when the children go along, about its family.</summary>
/// <param name="Intent">Why.</param>
/// <param name="Customers">The customers, the root first.</param>
/// <param name="Decisions">What every edge decided about every customer, in the order of the cascade.</param>
/// <param name="Digest">The digest of ids, states, money, policy and actions; not of volumes or times.</param>
public sealed record CascadePlan(
    CascadeIntent Intent,
    IReadOnlyList<FamilyMember> Customers,
    IReadOnlyList<EdgeDecision> Decisions,
    string Digest)
{
    /// <summary>How many deletions a key may request per hour in the environment.</summary>
    public required int DeletionsPerHour { get; init; }

    /// <summary>The lineage of keys that a deletion counts for; null when nothing is deleted.</summary>
    public required string? LineageId { get; init; }

    /// <summary>How many deletions count against the allowance already.</summary>
    public required RecentDeletions RecentDeletions { get; init; }

    /// <summary>FlexPrice's own messages, which take precedence in an error.</summary>
    public IReadOnlyList<string> LeadingMessages { get; init; } = [];

    /// <summary>The requested customer.</summary>
    public FamilyMember Root => Customers[0];

    /// <summary>All blockers of all customers, in the order of the cascade, alike ones taken together.</summary>
    public IReadOnlyList<Blocker> Blockers =>
    [
        .. Decisions.SelectMany(decision => decision.Blockers)
            .GroupBy(blocker => (blocker.Edge, blocker.Message, blocker.Fix))
            .Select(group => new Blocker(
                group.Key.Edge,
                group.Sum(blocker => blocker.Count),
                group.Key.Message,
                group.Key.Fix,
                [.. group.SelectMany(blocker => blocker.Ids).Distinct(StringComparer.Ordinal).Take(Blocker.MaximumIds)])),
    ];

    /// <summary>Whether nothing blocks.</summary>
    public bool Deletable => Decisions.All(decision => decision.Blockers.Count == 0);

    /// <summary>What every edge decided, all customers together, in the order of the cascade.</summary>
    public IReadOnlyList<EdgeOutcome> Edges =>
    [
        .. Decisions.GroupBy(decision => decision.Context.Chosen).Select(edge => new EdgeOutcome(
            edge.Key.Edge,
            edge.Key.Action,
            edge.Key.Source,
            edge.Sum(decision => decision.Count),
            [.. edge.SelectMany(decision => decision.Money).GroupBy(money => money.Currency, StringComparer.Ordinal).Select(money => new MoneyAmount(money.Key, money.Sum(amount => amount.Amount)))],
            AddedUp(edge))),
    ];

    /// <summary>What happens to the rows of every table, all edges and customers together.</summary>
    public IReadOnlyList<RowEffect> Effects => AddedUp(Decisions);

    /// <summary>The recipients of all customers: each must act before the deletion is completed.</summary>
    public IReadOnlyList<RecipientCount> Recipients =>
    [
        .. Decisions.SelectMany(decision => decision.Recipients)
            .GroupBy(recipients => (recipients.Provider, recipients.Action))
            .OrderBy(group => group.Key.Provider, StringComparer.Ordinal)
            .Select(group => new RecipientCount(group.Key.Provider, group.Key.Action, group.Sum(recipients => recipients.Count))),
    ];

    /// <summary>The error if the intent is refused, or null. FlexPrice's own messages take precedence.</summary>
    public Error? Refusal()
    {
        var blockers = Blockers;
        if (blockers.Count == 0)
        {
            return null;
        }

        var ofFlexPrice = blockers.FirstOrDefault(blocker => LeadingMessages.Contains(blocker.Message, StringComparer.Ordinal));
        return CascadeErrors.Blocked((ofFlexPrice ?? blockers[0]).Message, blockers);
    }

    private static IReadOnlyList<RowEffect> AddedUp(IEnumerable<EdgeDecision> decisions) =>
    [
        .. decisions.SelectMany(decision => decision.Effects).GroupBy(effect => (effect.Table, effect.Kind, effect.Ground)).Select(effects =>
            new RowEffect(effects.Key.Table, effects.Key.Kind, effects.Any(effect => effect.Count is null) ? null : effects.Sum(effect => effect.Count))
            {
                Ground = effects.Key.Ground,
                Until = effects.Max(effect => effect.Until),
            }),
    ];
}
