using FlexPrice.Application.Subscriptions;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Domain.Subscriptions.Events;

namespace FlexPrice.Application.Tests.Subscriptions;

public sealed class SubscriptionsEdgeTests
{
    private readonly SubscriptionsEdge _edge = new();

    [Fact]
    public void Edge_WhenInspecting_AsksOnceForAllCustomers() =>
        _edge.Inspect(Ask.Scope()).ShouldSatisfyAllConditions(
            statement => statement.Name.ShouldBe("subscriptions.inspect"),
            statement => statement.Customers.Count.ShouldBe(2));

    [Theory]
    [InlineData("active")]
    [InlineData("paused")]
    [InlineData("incomplete")]
    [InlineData("trialing")]
    [InlineData("draft")]
    public void Block_WhenASubscriptionIsNotCancelled_Blocks(string state)
    {
        var blocker = _edge.Decide("block", Row.Owned(state), Row.Owned("cancelled", '2')).Blockers.ShouldHaveSingleItem();

        blocker.Count.ShouldBe(1);
        blocker.Ids.ShouldBe([Given.Id("subs", '1')]);
        blocker.Message.ShouldBe(SubscriptionsEdge.FlexPriceMessage);
        blocker.Fix.ToString().ShouldContain("or choose subscriptions=cancel_now");
    }

    [Fact]
    public void Block_WhenTheEnvironmentAllowsNothingElse_DoesNotProposeIt() =>
        _edge.Decide(_edge.Context("block").Strictly() with { Rows = [Row.Owned("active")] }).Blockers.ShouldHaveSingleItem().Fix.ToString().ShouldNotContain("or choose");

    [Fact]
    public void Block_WhenAllAreCancelled_DeletesThemWithTheirLineItems()
    {
        var decision = _edge.Decide("block", Row.Owned("cancelled", '1', items: 2), Row.Owned("cancelled", '2', items: 3));

        decision.Blockers.ShouldBeEmpty();
        decision.Count.ShouldBe(2);
        decision.Effects.ShouldBe(
        [
            new RowEffect("subscriptions", RowEffectKind.Deleted, 2),
            new RowEffect("subscription_line_items", RowEffectKind.Deleted, 5),
            new RowEffect("subscriptions", RowEffectKind.Updated, 0),
        ]);
        _edge.Statements(decision).ShouldBe(
        [
            ("subscriptions.unlink_invoices", null),
            ("subscriptions.detach_inherited", 0),
            ("subscriptions.unlink_payer", 0),
            ("subscriptions.delete_line_items", 5),
            ("subscriptions.delete", 2),
        ]);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBeEmpty();
    }

    [Fact]
    public void CancelNow_WhenSubscriptionsRun_CancelsAndAnnouncesThem()
    {
        var decision = _edge.Decide("cancel_now", Row.Owned("active"), Row.Owned("cancelled", '2'), Row.PaidFor("cancelled"));

        decision.Blockers.ShouldBeEmpty();
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBe(
            [new SubscriptionCancelled(SubscriptionId.From(Given.Id("subs", '1')), Row.Customer, Given.At(1).At)]);
    }

    [Theory]
    [InlineData("block")]
    [InlineData("cancel_now")]
    public void Edge_WhenTheCustomerPaysForOthers_BlocksUnderEveryAction(string action)
    {
        var blocker = _edge.Decide(action, Row.PaidFor("active", '5'), Row.PaidFor("cancelled", '6')).Blockers.ShouldHaveSingleItem();

        blocker.Ids.ShouldBe([Given.Id("subs", '5')]);
        blocker.Fix.ToString().ShouldContain($"{new OperationReference(Operation.ChangePayer)}");
    }

    [Fact]
    public void Edge_WhenHeirsAreTheFamilysOwnOrSomebodyElses_DetachesExactlyThose()
    {
        var parent = Row.Owned("cancelled");
        var heir = Row.Owned("cancelled", '2') with { RelatedId = parent.Id };
        var heirOfAStranger = Row.Owned("cancelled", '3') with { RelatedId = Given.Id("subs", '9') };

        var decision = _edge.Decide("block", parent, heir, heirOfAStranger, Row.InheritedElsewhere());

        _edge.Statements(decision).ShouldContain(("subscriptions.detach_inherited", 2));
    }

    [Fact]
    public void Edge_WhenOthersArePaidForOrInherited_CountsEachChangedOnce()
    {
        var decision = _edge.Decide(
            "cancel_now",
            Row.PaidFor("cancelled", '5'),
            Row.InheritedElsewhere('5'),
            Row.InheritedElsewhere('6'));

        decision.Count.ShouldBe(0);
        decision.Effects.ShouldContain(new RowEffect("subscriptions", RowEffectKind.Updated, 2));
        _edge.Statements(decision).ShouldContain(("subscriptions.unlink_payer", 1L));
    }

    [Fact]
    public void Edge_WhenAPaidOneIsInheritedFromTheFamilyToo_CountsItWhereItIsInherited()
    {
        var decision = _edge.Decide("cancel_now", Row.PaidFor("cancelled", '5') with { Count = 1 });

        decision.Effects.ShouldContain(new RowEffect("subscriptions", RowEffectKind.Updated, 0));
        _edge.Statements(decision).ShouldContain(("subscriptions.unlink_payer", 1L));
    }

    [Theory]
    [InlineData(CascadeIntent.Archive, "end_with_period")]
    [InlineData(CascadeIntent.Publish, "take_back_end")]
    public void Edge_WhenNotDeleting_ChangesItsOwnAndBlocksNothing(CascadeIntent intent, string action)
    {
        _edge.ActionsFor(intent).Actions.ShouldBe([action]);
        var decision = _edge.Decide(_edge.Context(action, intent) with { Rows = [Row.Owned("active"), Row.PaidFor("active")] });

        decision.Count.ShouldBe(1);
        decision.Blockers.ShouldBeEmpty();
        decision.Effects.ShouldBeEmpty();
        _edge.Statements(decision).ShouldBe([($"subscriptions.{action}", null)]);
        _edge.Announce(decision, null, Given.At(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Edge_WhenNumbersOfPartsAreUnknown_CountsThemAsNone()
    {
        var decision = _edge.Decide("cancel_now", Row.Owned("active") with { Count = null });

        decision.Effects.ShouldContain(new RowEffect("subscription_line_items", RowEffectKind.Deleted, 0));
        _edge.Statements(decision).ShouldContain(("subscriptions.delete_line_items", 0L));
    }
}
