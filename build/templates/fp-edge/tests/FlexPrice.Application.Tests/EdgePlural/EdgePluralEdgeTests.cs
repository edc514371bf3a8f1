#if (beforeCascade)
using FlexPrice.Application.EdgePlural;
#endif
using FlexPrice.Application.Cascade;
#if (betweenCascadeAndTests)
using FlexPrice.Application.EdgePlural;
#endif
using FlexPrice.Application.Tests.Cascade;
#if (afterTests)
using FlexPrice.Application.EdgePlural;
#endif
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Tests.EdgePlural;

public sealed class EdgePluralEdgeTests
{
    private readonly EdgePluralEdge _edge = new();

    [Fact]
    public void Erase_WhenSomeAreOpen_DeletesAll()
    {
        var decision = _edge.Decide("erase", EdgeEntity("open", '1'), EdgeEntity("closed", '2'));

        decision.Blockers.ShouldBeEmpty();
        decision.Count.ShouldBe(2);
        decision.Effects.ShouldBe([new RowEffect("edge_table", RowEffectKind.Deleted, 2)]);
        _edge.Statements(decision).ShouldBe([("edge_table.delete", 2)]);
    }

    [Fact]
    public void Block_WhenOneIsOpen_NamesItAndWhatToDo()
    {
        var blocker = _edge.Decide("block", EdgeEntity("open", '1'), EdgeEntity("closed", '2')).Blockers.ShouldHaveSingleItem();

        blocker.Ids.ShouldBe([Given.Id("edge_prefix", '1')]);
        blocker.Fix.ToString().ShouldContain("or choose edge_table=erase");
        _edge.Decide(_edge.Context("block").Strictly() with { Rows = [EdgeEntity("open")] }).Blockers.ShouldHaveSingleItem().Fix.ToString().ShouldNotContain("or choose");
    }

    [Fact]
    public void Block_WhenAllAreClosed_DeletesThem()
    {
        var decision = _edge.Decide("block", EdgeEntity("closed"));

        decision.Blockers.ShouldBeEmpty();
        _edge.Statements(decision).ShouldBe([("edge_table.delete", 1)]);
    }

    [Theory]
    [InlineData(CascadeIntent.Archive)]
    [InlineData(CascadeIntent.Publish)]
    public void Edge_WhenNotDeleting_StaysOut(CascadeIntent intent) => _edge.ActionsFor(intent).Actions.ShouldBeEmpty();

    [Fact]
    public void Inspection_WhenAsked_LooksAtAllCustomersAtOnce()
    {
        var inspection = _edge.Inspect(Ask.Scope());

        inspection.Name.ShouldBe("edge_table.inspect");
        inspection.Customers.ShouldBe(Ask.Scope().Customers);
    }

    private static InventoryRow EdgeEntity(string state, char last = '1') => new(Row.Customer, "edge words", Given.Id("edge_prefix", last), state, null, null, null, null);
}
