using CsCheck;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;

namespace FlexPrice.Domain.Tests.Deletions;

public sealed class DeletionTests
{
    [Theory]
    [InlineData(true, DeletionState.Cleaning)]
    [InlineData(false, DeletionState.Telling)]
    public void Deletion_WhenBegun_WaitsForItsFirstStep(bool hasWork, DeletionState expected)
    {
        var deletion = Begin(hasWork);

        deletion.State.ShouldBe(expected);
        deletion.TakeEvents().ShouldHaveSingleItem().ShouldBe(
            new CustomerDeleted(deletion.Id, deletion.CustomerId, null, Sample.Noon));
    }

    [Fact]
    public void Deletion_WhenCleanedThenTold_IsSettledThenCompleted()
    {
        var deletion = Begin(hasWork: true);
        deletion.TakeEvents();

        deletion.CountErasedUsage(5, Sample.At(0));
        deletion.CountErasedUsage(2, Sample.At(1));
        deletion.State.ShouldBe(DeletionState.Cleaning);
        deletion.FinishCleaning(Sample.At(1));
        deletion.State.ShouldBe(DeletionState.Telling);
        deletion.TakeEvents().ShouldBeEmpty();
        deletion.FinishTelling(Sample.At(2));
        deletion.State.ShouldBe(DeletionState.Verifying);
        deletion.TakeEvents().ShouldBe([new DeletionSettled(deletion.Id, deletion.CustomerId, Sample.Noon.AddMinutes(2))]);
        deletion.FinishVerification(0, Sample.At(3));

        deletion.State.ShouldBe(DeletionState.Completed);
        deletion.CompletedAt.ShouldBe(Sample.Noon.AddMinutes(3));
        deletion.UsageEventsErased.ShouldBe(7);
    }

    [Fact]
    public void Deletion_WhenToldBeforeCleaned_StaysCleaning()
    {
        var deletion = Begin(hasWork: true);

        deletion.FinishTelling(Sample.At(1));
        deletion.State.ShouldBe(DeletionState.Cleaning);
        deletion.FinishCleaning(Sample.At(2));

        deletion.State.ShouldBe(DeletionState.Verifying);
    }

    [Fact]
    public void Deletion_WhenSomethingIsLeftOver_FailsVerificationAndMayTryAgain()
    {
        var deletion = Begin(hasWork: false);
        deletion.FinishTelling(Sample.At(1));

        deletion.FinishVerification(2, Sample.At(2));
        deletion.State.ShouldBe(DeletionState.FailedVerification);
        deletion.CompletedAt.ShouldBeNull();
        deletion.FinishVerification(0, Sample.At(3));

        deletion.State.ShouldBe(DeletionState.Completed);
    }

    [Fact]
    public void Deletion_WhenStepsRepeatInAnyOrder_SettlesAtMostOnceAndNeverLeavesCompleted() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 1].Array[0, 12])
            .Sample(
                (hasWork, steps) =>
                {
                    var deletion = Begin(hasWork);
                    var settled = 0;
                    foreach (var step in steps)
                    {
                        if (step == 0)
                        {
                            deletion.FinishCleaning(Sample.At(1));
                        }
                        else
                        {
                            deletion.FinishTelling(Sample.At(1));
                        }

                        settled += deletion.TakeEvents().OfType<DeletionSettled>().Count();
                    }

                    var all = steps.Contains(1) && (!hasWork || steps.Contains(0));
                    (settled == 1).ShouldBe(all);
                    (deletion.State == DeletionState.Verifying).ShouldBe(all);
                    deletion.FinishVerification(0, Sample.At(2));
                    deletion.FinishCleaning(Sample.At(3));
                    deletion.FinishVerification(5, Sample.At(4));
                    return !all || deletion.State == DeletionState.Completed;
                },
                iter: Rounds.Of(1_000));

    private static Deletion Begin(bool hasWork) => Deletion.Begin(
        Sample.Scope, DeletionId.From(Sample.Id("del", '1')), Sample.CustomerId('1'), null, "digest", [], hasWork, Sample.At(0));
}
