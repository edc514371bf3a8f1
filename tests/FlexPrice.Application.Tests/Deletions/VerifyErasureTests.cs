using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Deletions;

public sealed class VerifyErasureTests
{
    private static readonly DeletionId DeletionId = DeletionId.From(Given.Id("del", '1'));

    private readonly ILeftoverSearch _leftovers = Substitute.For<ILeftoverSearch>();
    private readonly Deletion _deletion = Settled();

    [Fact]
    public async Task Deletion_WhenNothingIsLeft_IsCompleted()
    {
        await ReactAsync(_deletion);

        _deletion.State.ShouldBe(DeletionState.Completed);
    }

    [Fact]
    public async Task Deletion_WhenSomethingIsLeft_FailsVerification()
    {
        _leftovers.CountAsync(Given.CustomerId('1'), Arg.Any<CancellationToken>()).Returns(2);

        await ReactAsync(_deletion);

        _deletion.State.ShouldBe(DeletionState.FailedVerification);
    }

    [Fact]
    public async Task Deletion_WhenItsRecordIsGone_DisturbsNobody()
    {
        await ReactAsync();

        await _leftovers.Received(1).CountAsync(Given.CustomerId('1'), Arg.Any<CancellationToken>());
    }

    private Task ReactAsync(params Deletion[] deletions) =>
        new VerifyErasureWhenDeletionSettled(_leftovers, new InlineUnitOfWork(), new InMemoryRepository<Deletion>(deletions), new FakeTimeProvider(Given.Noon))
            .ReactAsync(new DeletionSettled(DeletionId, Given.CustomerId('1'), Given.Noon), "msg", default);

    private static Deletion Settled()
    {
        var deletion = Deletion.Begin(Given.Scope, DeletionId, Given.CustomerId('1'), null, "digest", [], hasWorkAfterCommit: false, Given.At(0));
        deletion.FinishScrubbing(Given.At(1));
        deletion.FinishTelling(Given.At(1));
        return deletion;
    }
}
