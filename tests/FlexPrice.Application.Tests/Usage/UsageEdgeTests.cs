using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Application.Usage;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Usage;
using FlexPrice.Domain.Usage.Events;

namespace FlexPrice.Application.Tests.Usage;

public sealed class UsageEdgeTests
{
    private readonly UsageEdge _edge = new();

    [Fact]
    public void Retain_WhenThereIsUsage_DestroysTheKeysAndTouchesNoEvent()
    {
        var decision = _edge.Decide("retain", Row.Subject(), Row.Subject(last: '2'));

        decision.Count.ShouldBe(2);
        decision.Blockers.ShouldBeEmpty();
        decision.HasWorkAfterCommit.ShouldBeFalse();
        decision.Effects.ShouldBe([new RowEffect("usage_subjects", RowEffectKind.Deleted, 2), new RowEffect("usage_events", RowEffectKind.Pseudonymised, null)]);
        _edge.Statements(decision).ShouldBe([("usage.destroy_subjects", 2), ("past_holdings.end", null), ("past_holdings.forget_holders", null)]);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Retain_WhenVolumesWereCounted_CountsEvents()
    {
        var decision = _edge.Decide("retain", Row.Subject(events: 5), Row.Subject(events: 7, '2'));

        decision.Count.ShouldBe(12);
        decision.Effects.ShouldContain(new RowEffect("usage_events", RowEffectKind.Pseudonymised, 12));
    }

    [Fact]
    public void Erase_WhenThereIsUsage_LeavesTheEventsToBeErasedAfterTheCommit()
    {
        var decision = _edge.Decide("erase", Row.Subject(), Row.Subject(last: '2'));

        decision.HasWorkAfterCommit.ShouldBeTrue();
        decision.Effects.ShouldContain(new RowEffect("usage_events", RowEffectKind.DeletedAfterwards, null));
        var happened = _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldHaveSingleItem().ShouldBeOfType<UsageErasureRequested>();
        happened.DeletionId.ShouldBe(Ask.Deletion);
        happened.SubjectIds.ShouldBe([UsageSubjectId.From(Given.Id("subj", '1')), UsageSubjectId.From(Given.Id("subj", '2'))]);
    }

    [Fact]
    public void Erase_WhenThereIsNoUsage_LeavesNothingToDo()
    {
        var decision = _edge.Decide("erase");

        decision.HasWorkAfterCommit.ShouldBeFalse();
        decision.Count.ShouldBe(0);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Erase_WhenNothingIsDeleted_AnnouncesNothing() =>
        _edge.Announce(_edge.Decide("erase", Row.Subject()), null, Given.At(1)).ShouldBeEmpty();

    [Theory]
    [InlineData(true, "usage.inspect_with_volumes")]
    [InlineData(false, "usage.inspect")]
    public void Edge_WhenInspecting_CountsVolumesOnlyWhenAsked(bool withVolumes, string statement) =>
        _edge.Inspect(Ask.Scope(withVolumes)).Name.ShouldBe(statement);

    [Fact]
    public void Edge_WhenNotDeleting_StaysOut() => _edge.ActionsFor(CascadeIntent.Archive).Actions.ShouldBeEmpty();
}
