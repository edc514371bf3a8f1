using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Application.Workflows;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Workflows;
using FlexPrice.Domain.Workflows.Events;

namespace FlexPrice.Application.Tests.Workflows;

public sealed class WorkflowsEdgeTests
{
    private readonly WorkflowsEdge _edge = new();

    [Fact]
    public void Stop_WhenSomeRun_DeletesAllAndAnnouncesThose()
    {
        var decision = _edge.Decide("stop", Row.Workflow("running", '1'), Row.Workflow("completed", '2'), Row.Workflow("failed", '3'), Row.Workflow("stopped", '4'));

        decision.Blockers.ShouldBeEmpty();
        decision.Effects.ShouldBe([new RowEffect("workflows", RowEffectKind.Deleted, 4)]);
        _edge.Statements(decision).ShouldBe([("workflows.delete", 4)]);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBe([new WorkflowStopped(WorkflowId.From(Given.Id("wf", '1')), Row.Customer, Given.At(1).At)]);
    }

    [Fact]
    public void Block_WhenOneRuns_NamesItAndWhatToDo()
    {
        var blocker = _edge.Decide("block", Row.Workflow("running", '1'), Row.Workflow("completed", '2')).Blockers.ShouldHaveSingleItem();

        blocker.Ids.ShouldBe([Given.Id("wf", '1')]);
        blocker.Fix.ToString().ShouldContain("or choose workflows=stop");
        _edge.Decide(_edge.Context("block").Strictly() with { Rows = [Row.Workflow("running")] }).Blockers.ShouldHaveSingleItem().Fix.ToString().ShouldNotContain("or choose");
    }

    [Fact]
    public void Block_WhenAllHaveEnded_DeletesThemQuietly()
    {
        var decision = _edge.Decide("block", Row.Workflow("failed"));

        decision.Blockers.ShouldBeEmpty();
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBeEmpty();
        _edge.Statements(decision).ShouldBe([("workflows.delete", 1)]);
    }

    [Theory]
    [InlineData(CascadeIntent.Archive)]
    [InlineData(CascadeIntent.Publish)]
    public void Edge_WhenNotDeleting_StaysOut(CascadeIntent intent) => _edge.ActionsFor(intent).Actions.ShouldBeEmpty();
}
