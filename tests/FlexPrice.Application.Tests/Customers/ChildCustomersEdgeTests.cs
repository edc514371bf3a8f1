using FlexPrice.Application.Customers;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Customers;

public sealed class ChildCustomersEdgeTests
{
    private readonly ChildCustomersEdge _edge = new();

    [Fact]
    public void Block_WhenThereAreChildren_BlocksWithEveryAllowedWayOut()
    {
        var blocker = _edge.Decide("block", Row.Child('2'), Row.Child('3')).Blockers.ShouldHaveSingleItem();

        blocker.Count.ShouldBe(2);
        blocker.Ids.ShouldBe([Given.CustomerId('2').Value, Given.CustomerId('3').Value]);
        blocker.Fix.ToString().ShouldContain("or choose child_customers=cascade or detach or reparent&child_customers_parent=cust_…");
    }

    [Fact]
    public void Block_WhenTheEnvironmentAllowsNothingElse_ProposesToMoveThemOnly()
    {
        var fix = _edge.Decide(_edge.Context("block").Strictly() with { Rows = [Row.Child()] }).Blockers.ShouldHaveSingleItem().Fix.ToString();

        fix.ShouldContain($"{new OperationReference(Operation.DetachCustomer)}");
        fix.ShouldNotContain("or choose");
    }

    [Fact]
    public void Block_WhenThereAreNoChildren_DoesNothing()
    {
        var decision = _edge.Decide("block");

        decision.Blockers.ShouldBeEmpty();
        _edge.Statements(decision).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("detach")]
    [InlineData("reparent")]
    public void Move_WhenThereAreChildren_UpdatesAndAnnouncesThem(string action)
    {
        var question = _edge.Context(action) with { Rows = [Row.Child('2'), Row.Child('3')], Target = Given.CustomerId('7') };

        var decision = _edge.Decide(question);

        decision.Blockers.ShouldBeEmpty();
        decision.Effects.ShouldBe([new RowEffect("customers", RowEffectKind.Updated, 2)]);
        _edge.Statements(decision).ShouldBe([($"child_customers.{action}", 2)]);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBe(
            [new CustomerUpdated(Given.CustomerId('2'), Given.At(1).At), new CustomerUpdated(Given.CustomerId('3'), Given.At(1).At)]);
    }

    [Fact]
    public void Reparent_WhenApplied_NamesTheNewParent() =>
        _edge.Apply([_edge.Decide(_edge.Context("reparent") with { Target = Given.CustomerId('7') })]).ShouldHaveSingleItem().Target.ShouldBe(Given.CustomerId('7'));

    [Fact]
    public void Cascade_WhenThereAreChildren_CutsTheFamilySilently()
    {
        var decision = _edge.Decide("cascade", Row.Child());

        decision.Blockers.ShouldBeEmpty();
        decision.Effects.ShouldBeEmpty();
        _edge.Statements(decision).ShouldBe([("child_customers.unlink_family", 1)]);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Edge_WhenNotDeleting_StaysOut() => _edge.ActionsFor(CascadeIntent.Archive).Actions.ShouldBeEmpty();
}
