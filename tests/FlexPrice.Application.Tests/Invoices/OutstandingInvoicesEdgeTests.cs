using FlexPrice.Application.Invoices;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Invoices.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Invoices;

public sealed class OutstandingInvoicesEdgeTests
{
    private static readonly Dictionary<string, string> Finalizing = new() { ["draft_invoices"] = "finalize" };

    private readonly OutstandingInvoicesEdge _edge = new();

    [Fact]
    public void Block_WhenSomethingIsUnpaid_NamesItAndWhatToDo()
    {
        var decision = _edge.Decide("block", Row.Invoice("outstanding", '1', "unpaid"), Row.Invoice("outstanding", '2', "partly_paid"), Row.Invoice("draft", '3', "unpaid"));

        var blocker = decision.Blockers.ShouldHaveSingleItem();
        blocker.Message.ShouldBe("The customer has unpaid invoices");
        blocker.Ids.ShouldBe([Given.InvoiceId('1').Value, Given.InvoiceId('2').Value]);
        blocker.Fix.ToString().ShouldContain("or choose outstanding_invoices=void or write_off");
        decision.Count.ShouldBe(2, "Drafts that are not finalized are no business of this edge");
        _edge.Statements(decision).ShouldBeEmpty();
    }

    [Fact]
    public void Block_WhenDraftsAreFinalized_NamesThoseThatWouldBeUnpaid()
    {
        var decision = _edge.Decide(_edge.Context("block") with
        {
            Rows = [Row.Invoice("draft", '1', "unpaid"), Row.Invoice("draft", '2', "unpaid", amount: 0)],
            Actions = Finalizing,
        });

        var blocker = decision.Blockers.ShouldHaveSingleItem();
        blocker.Ids.ShouldBe([Given.InvoiceId('1').Value]);
        blocker.Fix.ToString().ShouldContain("draft_invoices=finalize");
    }

    [Fact]
    public void Block_WhenTheEnvironmentAllowsNothingElse_DoesNotProposeIt() =>
        _edge.Decide(_edge.Context("block").Strictly() with { Rows = [Row.Invoice("outstanding", '1', "unpaid")] })
            .Blockers.ShouldHaveSingleItem().Fix.ToString().ShouldNotContain("or choose outstanding");

    [Fact]
    public void Void_WhenSomethingWasPaid_IsRefusedForThoseOnly()
    {
        var decision = _edge.Decide("void", Row.Invoice("outstanding", '1', "unpaid"), Row.Invoice("outstanding", '2', "partly_paid"));

        var blocker = decision.Blockers.ShouldHaveSingleItem();
        blocker.Ids.ShouldBe([Given.InvoiceId('2').Value]);
        blocker.Fix.ToString().ShouldContain("or choose outstanding_invoices=write_off");
        _edge.Decide("block", Row.Invoice("outstanding", '2', "partly_paid")).Blockers.Count.ShouldBe(1, "What blocks anyway is not named twice");
    }

    [Fact]
    public void Void_WhenNothingWasPaid_VoidsAndAnnouncesWithTheFinalizedDrafts()
    {
        var decision = _edge.Decide(_edge.Context("void") with
        {
            Rows = [Row.Invoice("outstanding", '1', "unpaid"), Row.Invoice("draft", '2', "unpaid")],
            Actions = Finalizing,
        });

        decision.Blockers.ShouldBeEmpty();
        decision.Effects.ShouldBeEmpty("They are shown where they are retained");
        _edge.Statements(decision).ShouldBe([("outstanding_invoices.void", 2)]);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBe(
            [new InvoiceVoided(Given.InvoiceId('1'), Row.Customer, Given.At(1).At), new InvoiceVoided(Given.InvoiceId('2'), Row.Customer, Given.At(1).At)]);
    }

    [Fact]
    public void WriteOff_WhenSomethingIsUnpaid_GivesUpWhatIsLeft()
    {
        var decision = _edge.Decide("write_off", Row.Invoice("outstanding", '1', "partly_paid", amount: 4));

        decision.Blockers.ShouldBeEmpty();
        decision.Money.ShouldBe([new MoneyAmount("eur", 4)]);
        _edge.Statements(decision).ShouldBe([("outstanding_invoices.write_off", 1)]);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBe([new InvoiceWrittenOff(Given.InvoiceId('1'), Row.Customer, Given.At(1).At)]);
    }

    [Theory]
    [InlineData(CascadeIntent.Archive)]
    [InlineData(CascadeIntent.Publish)]
    public void Edge_WhenNotDeleting_StaysOut(CascadeIntent intent) => _edge.ActionsFor(intent).Actions.ShouldBeEmpty();

    [Fact]
    public void Edge_WhenItInspects_NamesItsQuery() => _edge.Inspect(Ask.Scope()).Name.ShouldBe("outstanding_invoices.inspect");
}
