using System.Diagnostics.Metrics;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Deletions;

public sealed class VerifyErasureTests
{
    private static readonly DeletionId DeletionId = DeletionId.From(Given.Id("del", '1'));

    private readonly ILeftoverSearch _search = Substitute.For<ILeftoverSearch>();
    private readonly IStorageScrubber _scrubber = Substitute.For<IStorageScrubber>();
    private readonly RecordedLogger<VerifyErasureWhenDeletionSettled> _logger = new();
    private readonly InlineUnitOfWork _unitOfWork = new();
    private readonly Deletion _deletion = Settled();

    [Fact]
    public async Task Deletion_WhenNothingIsLeft_IsCompletedWithoutAnotherScrub()
    {
        Finds();

        await ReactAsync(_deletion);

        _deletion.State.ShouldBe(DeletionState.Completed);
        _scrubber.ReceivedCalls().ShouldBeEmpty();
        _logger.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deletion_WhenSomethingIsLeft_FailsVerificationLoudlyAndAsksToBeTriedAgain()
    {
        var measured = new List<string>();
        using var listener = Listen(measured);
        Finds(new Leftover("tickets", 2), new Leftover("ticket_comments", 7));

        await Should.ThrowAsync<LeftoversFoundException>(() => ReactAsync(_deletion));

        _deletion.State.ShouldBe(DeletionState.FailedVerification);
        _unitOfWork.Commits.ShouldBe(1);
        _logger.Lines.ShouldAllBe(line => line.Level == LogLevel.Error && line.Text.Contains(DeletionId.Value, StringComparison.Ordinal));
        _logger.Lines.ShouldAllBe(line => !line.Text.Contains(Given.CustomerId('1').Value, StringComparison.Ordinal));
        _logger.Lines.Count(line => line.Text.Contains("2 rows of tickets", StringComparison.Ordinal)).ShouldBe(1);
        _logger.Lines.Count(line => line.Text.Contains("7 rows of ticket_comments", StringComparison.Ordinal)).ShouldBe(1);
        measured.ShouldBe(["tickets 2", "ticket_comments 7"]);
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
        new VerifyErasureWhenDeletionSettled(_search, _scrubber, _unitOfWork, new InMemoryRepository<Deletion>(deletions), new FakeTimeProvider(Given.Noon), _logger)
            .ReactAsync(new DeletionSettled(DeletionId, Given.CustomerId('1'), Given.Noon), "msg", default);

    // The meter is the process's own: only these tests find left-overs in tickets.
    private static MeterListener Listen(List<string> measured)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "flexprice.deletion.leftovers")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => measured.Add($"{tags[0].Value} {value}"));
        listener.Start();
        return listener;
    }

    private static Deletion Settled()
    {
        var deletion = Deletion.Begin(Given.Scope, DeletionId, Given.CustomerId('1'), null, "digest", [], hasWorkAfterCommit: false, Given.At(0));
        deletion.FinishScrubbing(Given.At(1));
        deletion.FinishTelling(Given.At(1));
        return deletion;
    }
}
