using FlexPrice.Application.Retention;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Tests.Retention;

public sealed class LegalHoldEdgeTests
{
    private readonly LegalHoldEdge _edge = new();

    [Fact]
    public void Hold_WhenInForce_Blocks()
    {
        var blocker = _edge.Decide("block", Row.Hold("in_force"), Row.Hold("released", '2')).Blockers.ShouldHaveSingleItem();

        blocker.Count.ShouldBe(1);
        blocker.Ids.ShouldBe([Given.Id("hold", '1')]);
        blocker.Fix.ToString().ShouldContain("nothing overrides it");
    }

    [Fact]
    public void Hold_WhenReleased_GoesWithTheCustomer()
    {
        var decision = _edge.Decide("block", Row.Hold("released"), Row.Hold("released", '2'));

        decision.Blockers.ShouldBeEmpty();
        decision.Effects.ShouldBe([new RowEffect("legal_holds", RowEffectKind.Deleted, 2)]);
        _edge.Statements(decision).ShouldBe([("legal_hold.delete_released", 2)]);
    }

    [Fact]
    public void Hold_WhenAnActionIsLookedFor_KnowsNoneButBlock()
    {
        _edge.ActionsFor(CascadeIntent.Delete).Actions.ShouldBe(["block"]);
        _edge.ActionsFor(CascadeIntent.Archive).Actions.ShouldBeEmpty();
    }
}
