using CsCheck;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;

namespace FlexPrice.Domain.Tests.Deletions;

public sealed class DeletionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deletion_WhenBegun_WaitsForItsFirstStep(bool hasWork)
    {
        var deletion = Begin(hasWork);

        deletion.State.ShouldBe(DeletionState.Cleaning);
        (deletion.CleanedAt is null).ShouldBe(hasWork);
        deletion.TakeEvents().ShouldHaveSingleItem().ShouldBe(
            new CustomerDeleted(deletion.Id, deletion.CustomerId, null, Given.Noon));
    }

    [Fact]
    public void Deletion_WhenCleanedThenScrubbedThenTold_IsSettledThenCompleted()
    {
        var deletion = Begin(hasWork: true);
        deletion.TakeEvents();

        deletion.CountErasedUsage(5, Given.At(0));
        deletion.CountErasedUsage(2, Given.At(1));
        deletion.FinishCleaning(Given.At(1));
        deletion.State.ShouldBe(DeletionState.Cleaning);
        deletion.TakeEvents().ShouldBe([new DeletionCleaned(deletion.Id, deletion.CustomerId, Given.Noon.AddMinutes(1))]);
        deletion.FinishScrubbing(Given.At(2));
        deletion.State.ShouldBe(DeletionState.Telling);
        deletion.ScrubbedAt.ShouldBe(Given.Noon.AddMinutes(2));
        deletion.TakeEvents().ShouldBeEmpty();
        deletion.FinishTelling(Given.At(3));
        deletion.State.ShouldBe(DeletionState.Verifying);
        deletion.TakeEvents().ShouldBe([new DeletionSettled(deletion.Id, deletion.CustomerId, Given.Noon.AddMinutes(3))]);
        deletion.FinishVerification(0, Given.At(4));

        deletion.State.ShouldBe(DeletionState.Completed);
        deletion.CompletedAt.ShouldBe(Given.Noon.AddMinutes(4));
        deletion.UsageEventsErased.ShouldBe(7);
    }

    [Fact]
    public void Deletion_WhenToldFirst_StaysCleaningUntilItIsScrubbed()
    {
        var deletion = Begin(hasWork: true);

        deletion.FinishTelling(Given.At(1));
        deletion.State.ShouldBe(DeletionState.Cleaning);
        deletion.FinishCleaning(Given.At(2));
        deletion.State.ShouldBe(DeletionState.Cleaning);
        deletion.FinishScrubbing(Given.At(3));

        deletion.State.ShouldBe(DeletionState.Verifying);
    }

    [Fact]
    public void Deletion_WhenScrubbedBeforeItIsCleaned_NeedsAnotherScrub()
    {
        var deletion = Begin(hasWork: true);

        deletion.FinishScrubbing(Given.At(1));
        deletion.FinishCleaning(Given.At(2));

        deletion.ScrubbedAt.ShouldBeNull();
        deletion.State.ShouldBe(DeletionState.Cleaning);
    }

    [Fact]
    public void Deletion_WhenSomethingIsLeftOver_FailsVerificationAndMayTryAgain()
    {
        var deletion = Begin(hasWork: false);
        deletion.FinishScrubbing(Given.At(1));
        deletion.FinishTelling(Given.At(1));

        deletion.FinishVerification(2, Given.At(2));
        deletion.State.ShouldBe(DeletionState.FailedVerification);
        deletion.CompletedAt.ShouldBeNull();
        deletion.FinishVerification(0, Given.At(3));

        deletion.State.ShouldBe(DeletionState.Completed);
    }

    [Fact]
    public void Deletion_WhenStepsRepeatInAnyOrder_SettlesAtMostOnceAndNeverLeavesCompleted() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 2].Array[0, 12])
            .Sample(
                (hasWork, steps) =>
                {
                    var deletion = Begin(hasWork);
                    var (cleaned, scrubbed, told, settled) = (!hasWork, false, false, 0);
                    foreach (var step in steps)
                    {
                        switch (step)
                        {
                            case 0:
                                deletion.FinishCleaning(Given.At(1));
                                cleaned = true;
                                break;
                            case 1:
                                deletion.FinishScrubbing(Given.At(1));
                                scrubbed |= cleaned;
                                break;
                            default:
                                deletion.FinishTelling(Given.At(1));
                                told = true;
                                break;
                        }

                        settled += deletion.TakeEvents().OfType<DeletionSettled>().Count();
                    }

                    var all = scrubbed && told;
                    (settled == 1).ShouldBe(all);
                    deletion.State.ShouldBe(all ? DeletionState.Verifying : scrubbed ? DeletionState.Telling : DeletionState.Cleaning);
                    deletion.FinishVerification(0, Given.At(2));
                    deletion.FinishCleaning(Given.At(3));
                    deletion.FinishScrubbing(Given.At(3));
                    deletion.FinishVerification(5, Given.At(4));
                    return !all || deletion.State == DeletionState.Completed;
                },
                iter: Rounds.Of(1_000));

    private static Deletion Begin(bool hasWork) => Deletion.Begin(
        Given.Scope, DeletionId.From(Given.Id("del", '1')), Given.CustomerId('1'), null, "digest", [], hasWork, Given.At(0));
}
