using CsCheck;
using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Tests.Deletions.Cascade;

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
        select Decision(new EdgeQuestion(Row.Customer, CascadeIntent.Delete, new ChosenAction(edge, action, source), new EdgePolicy(edge, action, allowed), rows, null));

    private static readonly (string What, bool IsOfRow, Func<EdgeQuestion, EdgeQuestion> Change)[] Relevant =
    [
        ("customer", false, question => question with { CustomerId = Given.CustomerId('Z') }),
        ("edge", false, question => question with { Chosen = question.Chosen with { Edge = question.Chosen.Edge + "x" } }),
        ("action", false, question => question with { Chosen = question.Chosen with { Action = question.Chosen.Action + "x" } }),
        ("policy", false, question => question with { Policy = question.Policy with { AllowedOverrides = [.. question.Policy.AllowedOverrides, "x"] } }),
        ("target", false, question => question with { Target = Given.CustomerId('Z') }),
        ("one row more", false, question => question with { Rows = [.. question.Rows, Row.Wallet("active", 'Z')] }),
        ("kind of a row", true, question => OnFirstRow(question, row => row with { Kind = row.Kind + "x" })),
        ("id of a row", true, question => OnFirstRow(question, row => row with { Id = row.Id + "x" })),
        ("state of a row", true, question => OnFirstRow(question, row => row with { State = row.State + "x" })),
        ("what a row refers to", true, question => OnFirstRow(question, row => row with { RelatedId = row.RelatedId + "x" })),
        ("currency of a row", true, question => OnFirstRow(question, row => row with { Currency = row.Currency + "x" })),
        ("amount of a row", true, question => OnFirstRow(question, row => row with { Amount = (row.Amount ?? 0) + 0.01m })),
    ];

    private static readonly (string What, Func<EdgeQuestion, EdgeQuestion> Change)[] Irrelevant =
    [
        ("who chose", question => question with { Chosen = question.Chosen with { Source = question.Chosen.Source == ActionSource.Request ? ActionSource.Product : ActionSource.Request } }),
        ("number of parts", question => question with { Rows = [.. question.Rows.Select(row => row with { Count = (row.Count ?? 0) + 1 })] }),
        ("usage", question => question with { Rows = [.. question.Rows.Where(row => row.Kind != "subject"), Row.Subject(events: 7)] }),
        ("zeros behind the comma", question => question with { Rows = [.. question.Rows.Select(row => row with { Amount = row.Amount * 1.00m })] }),
    ];

    [Fact]
    public void Digest_WhenSomethingRelevantChanges_Changes() =>
        Gen.Select(AnyDecision.Array[1, 3], OneOf(Relevant))
            .Where((decisions, change) => !change.IsOfRow || CountsRow(decisions[0]))
            .Sample(
                (decisions, change) => Of(decisions) != Of([Decision(change.Change(decisions[0].Question)), .. decisions.Skip(1)]),
                print: sample => sample.Item2.What,
                iter: Rounds.Of(2_000));

    [Fact]
    public void Digest_WhenOnlyVolumesOrSourcesChange_StaysTheSame() =>
        Gen.Select(AnyDecision.Array[1, 3], OneOf(Irrelevant))
            .Sample(
                (decisions, change) => Of(decisions) == Of([Decision(change.Change(decisions[0].Question)), .. decisions.Skip(1)]),
                print: sample => sample.Item2.What,
                iter: Rounds.Of(2_000));

    [Fact]
    public void Digest_WhenIntentsDiffer_Differs() =>
        CascadeDigest.Of(CascadeIntent.Delete, []).ShouldNotBe(CascadeDigest.Of(CascadeIntent.Archive, []));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool CountsRow(EdgeDecision decision) => decision.Question.Rows.Count > 0 && decision.Question.Rows[0].Kind != "subject";

    private static EdgeQuestion OnFirstRow(EdgeQuestion question, Func<InventoryRow, InventoryRow> change) =>
        question with { Rows = [change(question.Rows[0]), .. question.Rows.Skip(1)] };

    private static string Of(IReadOnlyList<EdgeDecision> decisions) => CascadeDigest.Of(CascadeIntent.Delete, decisions);

    private static EdgeDecision Decision(EdgeQuestion question) => new() { Question = question, Count = question.Rows.Count };
}
