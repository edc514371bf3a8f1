using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Deletions;

public sealed class ScrubStorageTests
{
    private static readonly DeletionId DeletionId = DeletionId.From(Given.Id("del", '1'));

    private readonly IStorageScrubber _scrubber = Substitute.For<IStorageScrubber>();
    private readonly InlineUnitOfWork _unitOfWork = new();

    [Fact]
    public async Task Deletion_WhenNobodyCouldBeTold_IsScrubbedAllTheSame()
    {
        var deletion = Begin(hasWork: false);

        await WhenDeletedAsync(deletion);

        deletion.ScrubbedAt.ShouldBe(Given.Noon);
        deletion.State.ShouldBe(DeletionState.Telling);
    }

    [Fact]
    public async Task Deletion_WhenItErasesInBatches_IsScrubbedAtOnceAndCountsAfterTheLastBatch()
    {
        var deletion = Begin(hasWork: true);

        await WhenDeletedAsync(deletion);
        deletion.ScrubbedAt.ShouldBeNull();
        deletion.FinishCleaning(Given.At(1));
        await WhenCleanedAsync(deletion);

        deletion.ScrubbedAt.ShouldBe(Given.Noon);
        await _scrubber.Received(2).ScrubAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Deletion_WhenTheLastBatchIsErasedDuringTheScrub_WaitsForAnother()
    {
        var deletion = Begin(hasWork: true);
        _scrubber.When(scrubber => scrubber.ScrubAsync(Arg.Any<CancellationToken>())).Do(_ => deletion.FinishCleaning(Given.At(1)));

        await WhenDeletedAsync(deletion);

        deletion.ScrubbedAt.ShouldBeNull();
        deletion.State.ShouldBe(DeletionState.Cleaning);
    }

    [Fact]
    public async Task Deletion_WhenTheScrubFails_StaysUnscrubbed()
    {
        var deletion = Begin(hasWork: false);
        _scrubber.ScrubAsync(Arg.Any<CancellationToken>()).Returns(Task.FromException(new IOException()));

        await Should.ThrowAsync<IOException>(() => WhenDeletedAsync(deletion));

        deletion.State.ShouldBe(DeletionState.Cleaning);
        _unitOfWork.Commits.ShouldBe(0);
    }

    [Fact]
    public async Task Deletion_WhenTheMessageComesAgain_IsNotScrubbedAgain()
    {
        var deletion = Begin(hasWork: false);

        await WhenDeletedAsync(deletion);
        await WhenDeletedAsync(deletion);

        await _scrubber.Received(1).ScrubAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Deletion_WhenItWasCleanedBeforeAScrubForAnother_NeedsNoneOfItsOwn()
    {
        var (own, cleaned, erasing) = (Begin(hasWork: false), Begin(hasWork: false, '2'), Begin(hasWork: true, '3'));
        _scrubber.When(scrubber => scrubber.ScrubAsync(Arg.Any<CancellationToken>())).Do(_ => erasing.FinishCleaning(Given.At(1)));

        await WhenDeletedAsync(own, cleaned, erasing);

        own.ScrubbedAt.ShouldBe(Given.Noon);
        cleaned.ScrubbedAt.ShouldBe(Given.Noon);
        erasing.ScrubbedAt.ShouldBeNull("Its last batch may have escaped");
    }

    [Fact]
    public async Task Deletion_WhenARecipientIsClosedDuringTheScrub_WaitsForAnother()
    {
        var deletion = RecipientHandlersTests.Begin();
        _scrubber.When(scrubber => scrubber.ScrubAsync(Arg.Any<CancellationToken>())).Do(_ => deletion.WaiveRecipient(deletion.Recipients[0].Id, "Gone", Given.At(1)));

        await WhenDeletedAsync(deletion);

        deletion.ScrubbedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Storage_WhenTheRecordIsGone_IsScrubbedAllTheSame()
    {
        await WhenDeletedAsync();

        await _scrubber.Received(1).ScrubAsync(Arg.Any<CancellationToken>());
    }

    private Task WhenDeletedAsync(params Deletion[] deletions) =>
        new ScrubStorageWhenCustomerDeleted(Scrub(deletions)).ReactAsync(new CustomerDeleted(DeletionId, Given.CustomerId('1'), null, Given.Noon), "msg", default);

    private Task WhenCleanedAsync(params Deletion[] deletions) =>
        new ScrubStorageWhenDeletionCleaned(Scrub(deletions)).ReactAsync(new DeletionCleaned(DeletionId, Given.CustomerId('1'), Given.Noon), "msg", default);

    private DeletionScrubbing Scrub(Deletion[] deletions) =>
        new(_scrubber, _unitOfWork, new InMemoryRepository<Deletion>(deletions), new FakeTimeProvider(Given.Noon));

    private static Deletion Begin(bool hasWork, char last = '1') =>
        Deletion.Begin(Given.Scope, DeletionId.From(Given.Id("del", last)), Given.CustomerId(last), null, "digest", [], hasWork, Given.At(0));
}
