using CsCheck;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Tests.Cascade;

/// <summary>A digest changes with ids, states, money, policy and actions, and with nothing else.</summary>
public sealed class CascadeDigestTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abc\",:[]"], 1, 4];

    private static readonly Gen<InventoryRow> AnyRow =
        from kind in OneOf("owned", "wallet", "subject", "child")
        from id in Word
        from state in Word
        from related in Gen.Null(Word)
        from currency in Gen.Null(Word)
        from amount in Gen.Nullable(Gen.Decimal[0, 1000])
        from count in Gen.Nullable(Gen.Long[0, 1000])
        select new InventoryRow(Row.Customer, kind, id, state, related, currency, amount, count);

    private static readonly Gen<EdgeDecision> AnyDecision =
        from edge in Word
        from action in Word
        from source in Gen.Enum<ActionSource>()
        from allowed in Word.Array[0, 2]
        from rows in AnyRow.Array[0, 3]
        select Decision(new EdgeContext(Row.Customer, CascadeIntent.Delete, new ChosenAction(edge, action, source), new EdgePolicy(edge, action, allowed), rows, null));

    private static readonly (string What, bool IsOfRow, Func<EdgeContext, EdgeContext> Change)[] Relevant =
    [
        ("customer", false, context => context with { CustomerId = Given.CustomerId('Z') }),
        ("edge", false, context => context with { Chosen = context.Chosen with { Edge = context.Chosen.Edge + "x" } }),
        ("action", false, context => context with { Chosen = context.Chosen with { Action = context.Chosen.Action + "x" } }),
        ("policy", false, context => context with { Policy = context.Policy with { AllowedOverrides = [.. context.Policy.AllowedOverrides, "x"] } }),
        ("target", false, context => context with { Target = Given.CustomerId('Z') }),
        ("one row more", false, context => context with { Rows = [.. context.Rows, Row.Wallet("active", 'Z')] }),
        ("kind of a row", true, context => OnFirstRow(context, row => row with { Kind = row.Kind + "x" })),
        ("id of a row", true, context => OnFirstRow(context, row => row with { Id = row.Id + "x" })),
        ("state of a row", true, context => OnFirstRow(context, row => row with { State = row.State + "x" })),
        ("what a row refers to", true, context => OnFirstRow(context, row => row with { RelatedId = row.RelatedId + "x" })),
        ("currency of a row", true, context => OnFirstRow(context, row => row with { Currency = row.Currency + "x" })),
        ("amount of a row", true, context => OnFirstRow(context, row => row with { Amount = (row.Amount ?? 0) + 0.01m })),
    ];

    private static readonly (string What, Func<EdgeContext, EdgeContext> Change)[] Irrelevant =
    [
        ("who chose", context => context with { Chosen = context.Chosen with { Source = context.Chosen.Source == ActionSource.Request ? ActionSource.Product : ActionSource.Request } }),
        ("number of parts", context => context with { Rows = [.. context.Rows.Select(row => row with { Count = (row.Count ?? 0) + 1 })] }),
        ("usage", context => context with { Rows = [.. context.Rows.Where(row => row.Kind != "subject"), Row.Subject(events: 7)] }),
        ("zeros behind the comma", context => context with { Rows = [.. context.Rows.Select(row => row with { Amount = row.Amount * 1.00m })] }),
    ];

    [Fact]
    public void Digest_WhenSomethingRelevantChanges_Changes() =>
        Gen.Select(AnyDecision.Array[1, 3], OneOf(Relevant))
            .Where((decisions, change) => !change.IsOfRow || CountsRow(decisions[0]))
            .Sample(
                (decisions, change) => Of(decisions) != Of([Decision(change.Change(decisions[0].Context)), .. decisions.Skip(1)]),
                print: sample => sample.Item2.What,
                iter: Rounds.Of(2_000));

    [Fact]
    public void Digest_WhenOnlyVolumesOrSourcesChange_StaysTheSame() =>
        Gen.Select(AnyDecision.Array[1, 3], OneOf(Irrelevant))
            .Sample(
                (decisions, change) => Of(decisions) == Of([Decision(change.Change(decisions[0].Context)), .. decisions.Skip(1)]),
                print: sample => sample.Item2.What,
                iter: Rounds.Of(2_000));

    [Fact]
    public void Digest_WhenIntentsDiffer_Differs() =>
        CascadeDigest.Of(CascadeIntent.Delete, [], Counts).ShouldNotBe(CascadeDigest.Of(CascadeIntent.Archive, [], Counts));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool CountsRow(EdgeDecision decision) => decision.Context.Rows.Count > 0 && decision.Context.Rows[0].Kind != "subject";

    private static EdgeContext OnFirstRow(EdgeContext context, Func<InventoryRow, InventoryRow> change) =>
        context with { Rows = [change(context.Rows[0]), .. context.Rows.Skip(1)] };

    private static string Of(IReadOnlyList<EdgeDecision> decisions) => CascadeDigest.Of(CascadeIntent.Delete, decisions, Counts);

    private static bool Counts(EdgeDecision decision, InventoryRow row) => row.Kind != "subject";

    private static EdgeDecision Decision(EdgeContext context) => new() { Context = context, Count = context.Rows.Count };
}
