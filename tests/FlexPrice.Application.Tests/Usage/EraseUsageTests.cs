using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Usage;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Usage;
using FlexPrice.Domain.Usage.Events;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Usage;

public sealed class EraseUsageTests
{
    private static readonly DeletionId DeletionId = DeletionId.From(Given.Id("del", '1'));
    private static readonly UsageErasureRequested Requested = new(DeletionId, Given.CustomerId('1'), [UsageSubjectId.From(Given.Id("subj", '1'))], Given.Noon);

    private readonly Deletion _deletion =
        Deletion.Begin(Given.Scope, DeletionId, Given.CustomerId('1'), null, "digest", [], hasWorkAfterCommit: true, Given.At(0));

    private readonly IUsageStore _usage = Substitute.For<IUsageStore>();
    private readonly InlineUnitOfWork _unitOfWork = new();
    private readonly RecordedFailpoints _failpoints = new();

    [Fact]
    public async Task Usage_WhenErasedInBatches_IsCountedInOneTransactionEachAndThenCleaned()
    {
        Erases(1000, 500, 0);

        await ReactAsync(_deletion);

        _deletion.UsageEventsErased.ShouldBe(1500);
        _deletion.CleanedAt.ShouldBe(Given.Noon);
        _unitOfWork.Commits.ShouldBe(3);
        _failpoints.Steps.ShouldBe([Failpoint.UsageBatchErased, Failpoint.UsageBatchErased]);
    }

    [Fact]
    public async Task Usage_WhenTheMessageComesAgain_IsNotCountedTwice()
    {
        Erases(10, 0, 0);

        await ReactAsync(_deletion);
        var version = _deletion.Version;
        await ReactAsync(_deletion);

        _deletion.UsageEventsErased.ShouldBe(10);
        _deletion.Version.ShouldBe(version);
    }

    [Fact]
    public async Task Usage_WhenTheRecordIsGone_IsErasedAllTheSame()
    {
        Erases(10, 0);

        await ReactAsync();

        await _usage.Received(2).EraseBatchAsync(Requested.SubjectIds, EraseUsageWhenUsageErasureRequested.BatchSize, Arg.Any<CancellationToken>());
    }

    private void Erases(int first, params int[] next) =>
        _usage.EraseBatchAsync(Requested.SubjectIds, EraseUsageWhenUsageErasureRequested.BatchSize, Arg.Any<CancellationToken>()).Returns(first, next);

    private Task ReactAsync(params Deletion[] deletions) =>
        new EraseUsageWhenUsageErasureRequested(_usage, _unitOfWork, new InMemoryRepository<Deletion>(deletions), _failpoints, new FakeTimeProvider(Given.Noon))
            .ReactAsync(Requested, "msg", default);
}
