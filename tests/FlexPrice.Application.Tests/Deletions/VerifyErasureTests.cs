using FlexPrice.Testing.Logs;
using Microsoft.Extensions.Logging.Testing;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Deletions;

public sealed class VerifyErasureTests
{
    private static readonly DeletionId DeletionId = DeletionId.From(Given.Id("del", '1'));

    private readonly ILeftoverSearch _search = Substitute.For<ILeftoverSearch>();
    private readonly IStorageScrubber _scrubber = Substitute.For<IStorageScrubber>();
    private readonly FakeLogger<VerifyErasureWhenDeletionSettled> _logger = new();
    private readonly InlineUnitOfWork _unitOfWork = new();
    private readonly Deletion _deletion = Settled();
    private readonly FakeTimeProvider _clock = new(Given.At(2).At);

    [Fact]
    public async Task Deletion_WhenNothingIsLeft_IsCompletedWithoutAnotherScrub()
    {
        using var completions = new Measured<double>(FlexPriceTelemetry.DeletionCompletion);
        Finds();

        await ReactAsync(_deletion);

        _deletion.State.ShouldBe(DeletionState.Completed);
        completions.Lines.ShouldBe(["120"]);
        _scrubber.ReceivedCalls().ShouldBeEmpty();
        _logger.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deletion_WhenTheClockWasSetBackMeanwhile_IsCompletedAndNothingIsMeasured()
    {
        using var completions = new Measured<double>(FlexPriceTelemetry.DeletionCompletion);
        _clock.AdjustTime(Given.At(0).At.AddHours(-1));
        Finds();

        await ReactAsync(_deletion);

        _deletion.State.ShouldBe(DeletionState.Completed);
        completions.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deletion_WhenSomethingIsLeft_FailsVerificationLoudlyAndAsksToBeTriedAgain()
    {
        using var found = new Measured<long>(FlexPriceTelemetry.Leftovers);
        using var completions = new Measured<double>(FlexPriceTelemetry.DeletionCompletion);
        Finds(new Leftover("tickets", 2), new Leftover("ticket_comments", 7));

        await Should.ThrowAsync<LeftoversFoundException>(() => ReactAsync(_deletion));

        _deletion.State.ShouldBe(DeletionState.FailedVerification);
        _unitOfWork.Commits.ShouldBe(1);
        _logger.Lines.ShouldAllBe(line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(DeletionId.Value, StringComparison.Ordinal));
        _logger.Lines.ShouldAllBe(line => !line.Contains(Given.CustomerId('1').Value, StringComparison.Ordinal));
        _logger.Lines.Count(line => line.Contains("2 rows of tickets", StringComparison.Ordinal)).ShouldBe(1);
        _logger.Lines.Count(line => line.Contains("7 rows of ticket_comments", StringComparison.Ordinal)).ShouldBe(1);
        found.Lines.ShouldBe(["2 tickets", "7 ticket_comments"]);
        completions.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deletion_WhenALaterSearchFindsNothing_IsScrubbedAgainAndCompleted()
    {
        Finds(new Leftover("tickets", 2));
        await Should.ThrowAsync<LeftoversFoundException>(() => ReactAsync(_deletion));

        Finds();
        await ReactAsync(_deletion);

        await _scrubber.Received(1).ScrubAsync(Arg.Any<CancellationToken>());
        _deletion.State.ShouldBe(DeletionState.Completed);
    }

    [Fact]
    public async Task Deletion_WhenItsRecordIsGone_DisturbsNobody()
    {
        Finds();

        await ReactAsync();

        await _search.Received(1).FindAsync(Given.CustomerId('1'), Arg.Any<CancellationToken>());
    }

    private void Finds(params Leftover[] leftovers) => _search.FindAsync(Given.CustomerId('1'), Arg.Any<CancellationToken>()).Returns(leftovers);

    private Task ReactAsync(params Deletion[] deletions) =>
        new VerifyErasureWhenDeletionSettled(_search, _scrubber, _unitOfWork, new InMemoryRepository<Deletion>(deletions), _clock, _logger)
            .ReactAsync(new DeletionSettled(DeletionId, Given.CustomerId('1'), Given.Noon), "msg", default);

    private static Deletion Settled()
    {
        var deletion = Deletion.Begin(Given.Scope, DeletionId, Given.CustomerId('1'), null, "digest", [], hasWorkAfterCommit: false, Given.At(0));
        deletion.FinishScrubbing(Given.At(1));
        deletion.FinishTelling(Given.At(1));
        return deletion;
    }
}
