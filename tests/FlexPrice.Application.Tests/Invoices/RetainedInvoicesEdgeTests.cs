using FlexPrice.Application.Cascade;
using FlexPrice.Application.Invoices;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Tests.Invoices;

public sealed class RetainedInvoicesEdgeTests
{
    private static readonly DateTimeOffset End6 = new(2033, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End10 = new(2037, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly InventoryRow[] Rows =
    [
        Row.Invoice("issued", '1', "finalized", count: 2),
        Row.Invoice("issued", '2', "finalized", count: 1),
        Row.Invoice("never_issued", '3', "voided", amount: null, count: 4),
        Row.Invoice("draft", '4', "draft", count: 8),
        Row.OfInvoice("payments", '1', 3),
        Row.OfInvoice("document", '1', 6, End6),
        Row.OfInvoice("document", '2', 10, End10),
        Row.OfInvoice("document_to_be", '4', null),
    ];

    private readonly RetainedInvoicesEdge _edge = new();

    [Fact]
    public void Retain_WhenPeriodsDiffer_ShowsEachWithItsGroundAndEnd()
    {
        var decision = _edge.Decide("retain", Rows);

        decision.Count.ShouldBe(3, "The draft is discarded before");
        decision.Blockers.ShouldBeEmpty();
        decision.Effects.ShouldBe(
        [
            new RowEffect("invoices", RowEffectKind.Updated, 1) { Ground = RetentionPolicy.GroundOf(6), Until = End6 },
            new RowEffect("invoices", RowEffectKind.Updated, 1) { Ground = RetentionPolicy.GroundOf(10), Until = End10 },
            new RowEffect("invoices", RowEffectKind.Deleted, 1),
            new RowEffect("invoice_line_items", RowEffectKind.Deleted, 7),
            new RowEffect("invoice_payments", RowEffectKind.Deleted, 3),
        ]);
        _edge.Statements(decision).ShouldBe(
        [
            ("retained_invoices.delete_line_items", 7),
            ("retained_invoices.delete_payments", 3),
            ("retained_invoices.delete_never_issued", 1),
            ("retained_invoices.retain", 2),
        ]);
    }

    [Fact]
    public void Retain_WhenDraftsAreFinalized_KeepsThemForThePeriodThatHoldsNow()
    {
        var decision = _edge.Decide(_edge.Context("retain") with
        {
            Rows = Rows,
            Actions = new Dictionary<string, string> { ["draft_invoices"] = "finalize" },
            AskedAt = Given.Noon,
        });

        decision.Count.ShouldBe(4);
        decision.Effects.Where(effect => effect.Kind == RowEffectKind.Updated).Select(effect => (effect.Count, effect.Until)).ShouldBe([(1, End6), (2, End10)]);
        decision.Effects.Single(effect => effect.Table == "invoice_line_items").Count.ShouldBe(15);
        _edge.Statements(decision)[^1].ShouldBe(("retained_invoices.retain", 3));
    }

    [Fact]
    public void Retain_WhenTheEnvironmentDecidedThePeriod_ShowsThatOfTheDraftsToo() =>
        _edge.Decide(_edge.Context("retain") with
        {
            Rows = [Row.Invoice("draft", '4', "draft"), Row.OfInvoice("document_to_be", '4', 6)],
            Actions = new Dictionary<string, string> { ["draft_invoices"] = "finalize" },
            AskedAt = Given.Noon,
        }).Effects[0].ShouldBe(new RowEffect("invoices", RowEffectKind.Updated, 1) { Ground = RetentionPolicy.GroundOf(6), Until = End6 });

    [Fact]
    public void Anonymize_WhenThereAreDocuments_DestroysThem()
    {
        var decision = _edge.Decide("anonymize", Rows);

        decision.Effects.Single(effect => effect.Kind == RowEffectKind.Updated).ShouldSatisfyAllConditions(
            effect => effect.Count.ShouldBe(2),
            effect => effect.Until.ShouldBeNull(),
            effect => effect.Ground.ShouldNotBeNull());
        decision.Effects.ShouldContain(new RowEffect("sealed_documents", RowEffectKind.Deleted, 2));
        _edge.Statements(decision).TakeLast(2).ShouldBe([("retained_invoices.delete_documents", 2), ("retained_invoices.anonymize", 2)]);
    }

    // Nothing of the documents that would be made on the way is there afterwards, so they are not shown, but the statement meets them.
    [Fact]
    public void Anonymize_WhenDraftsAreFinalized_DestroysTheirDocumentsToo()
    {
        var decision = _edge.Decide(_edge.Context("anonymize") with { Rows = Rows, Actions = new Dictionary<string, string> { ["draft_invoices"] = "finalize" } });

        decision.Effects.ShouldContain(new RowEffect("sealed_documents", RowEffectKind.Deleted, 2));
        _edge.Statements(decision).ShouldContain(("retained_invoices.delete_documents", 3));
    }

    [Fact]
    public void Retain_WhenThereIsNoInvoice_ShowsNoPeriod() =>
        _edge.Decide("retain").Effects.ShouldAllBe(effect => effect.Count == 0 && effect.Until == null);

    [Theory]
    [InlineData(CascadeIntent.Archive)]
    [InlineData(CascadeIntent.Publish)]
    public void Edge_WhenNotDeleting_StaysOut(CascadeIntent intent) => _edge.ActionsFor(intent).Actions.ShouldBeEmpty();

    [Fact]
    public void Edge_WhenItInspects_NamesItsQuery() => _edge.Inspect(Ask.Scope()).Name.ShouldBe("retained_invoices.inspect");
}
