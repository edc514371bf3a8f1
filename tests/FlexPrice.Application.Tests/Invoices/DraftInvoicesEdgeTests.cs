using FlexPrice.Application.Invoices;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Invoices;

public sealed class DraftInvoicesEdgeTests
{
    private readonly DraftInvoicesEdge _edge = new();

    [Fact]
    public void Discard_WhenThereAreDrafts_DeletesThemWithTheirLines()
    {
        var decision = _edge.Decide("discard", Row.Invoice("draft", '1', count: 2), Row.Invoice("draft", '2', count: null));

        decision.Blockers.ShouldBeEmpty();
        decision.Effects.ShouldBe([new RowEffect("invoices", RowEffectKind.Deleted, 2), new RowEffect("invoice_line_items", RowEffectKind.Deleted, 2)]);
        decision.Money.ShouldBe([new MoneyAmount("eur", 20)]);
        _edge.Statements(decision).ShouldBe([("draft_invoices.delete_line_items", 2), ("draft_invoices.delete", 2)]);
    }

    [Fact]
    public void Block_WhenThereAreDrafts_NamesThemAndWhatToDo()
    {
        var decision = _edge.Decide("block", Row.Invoice("draft"));

        var blocker = decision.Blockers.ShouldHaveSingleItem();
        blocker.Count.ShouldBe(1);
        blocker.Ids.ShouldBe([Given.InvoiceId().Value]);
        blocker.Fix.ToString().ShouldContain("or choose draft_invoices=discard or finalize");
        _edge.Decide(_edge.Context("block").Strictly() with { Rows = [Row.Invoice("draft")] }).Blockers.ShouldHaveSingleItem().Fix.ToString().ShouldNotContain("or choose");
    }

    [Fact]
    public void Block_WhenThereIsNone_HasNothingToDo()
    {
        var decision = _edge.Decide("block");

        decision.Blockers.ShouldBeEmpty();
        decision.Effects.ShouldBeEmpty();
        _edge.Statements(decision).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("retain", 1)]
    [InlineData("anonymize", 0)]
    public void Finalize_WhenDocumentsAreKept_AddsThem(string retained, int documents)
    {
        var decision = _edge.Decide(_edge.Context("finalize") with
        {
            Rows = [Row.Invoice("draft")],
            Actions = new Dictionary<string, string> { ["retained_invoices"] = retained },
        });

        decision.Blockers.ShouldBeEmpty();
        decision.Effects.Sum(effect => effect.Count).ShouldBe(documents);
        decision.Effects.ShouldAllBe(effect => effect.Table == "sealed_documents" && effect.Kind == RowEffectKind.Added);
        _edge.Statements(decision).ShouldBeEmpty("The aggregates do it");
    }

    [Fact]
    public void Finalize_WhenThereIsNoDraft_AddsNothing() =>
        _edge.Decide(_edge.Context("finalize") with { Actions = new Dictionary<string, string> { ["retained_invoices"] = "retain" } }).Effects.ShouldBeEmpty();

    [Theory]
    [InlineData(CascadeIntent.Archive)]
    [InlineData(CascadeIntent.Publish)]
    public void Edge_WhenNotDeleting_StaysOut(CascadeIntent intent) => _edge.ActionsFor(intent).Actions.ShouldBeEmpty();

    [Fact]
    public void Edge_WhenItInspects_NamesItsQuery() => _edge.Inspect(Ask.Scope()).Name.ShouldBe("draft_invoices.inspect");
}
