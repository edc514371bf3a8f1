using FlexPrice.Application.Deletions;
using FlexPrice.Application.Retention;
using FlexPrice.Application.Retention.DecideRetentionPolicy;
using FlexPrice.Application.Retention.DestroyDueDocuments;
using FlexPrice.Application.Retention.GetRetentionPolicy;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Retention;
using FlexPrice.Domain.Retention.Events;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Retention;

public sealed class RetentionHandlersTests
{
    private readonly InMemoryRepository<RetentionPolicy> _policies = new();
    private readonly IDocumentStore _documents = Substitute.For<IDocumentStore>();
    private readonly InlineUnitOfWork _unitOfWork = new();

    [Fact]
    public async Task Policy_WhenDecided_IsAddedOnceAndReadBack()
    {
        (await YearsAsync()).ShouldBe(RetentionPolicy.DefaultYears);
        await DecideAsync(6);
        await DecideAsync(8);

        (await YearsAsync()).ShouldBe(8);
        _policies.Stored.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Policy_WhenThePeriodIsWrong_NamesIt(int? years, bool isRight) =>
        new DecideRetentionPolicyValidator().WrongFieldsOf(new DecideRetentionPolicyCommand(years)).ShouldBe(isRight ? [] : ["years"]);

    [Fact]
    public async Task Sweep_WhenDocumentsAreDue_DestroysAndAuditsEach()
    {
        IReadOnlyList<InvoiceId> due = [Given.InvoiceId('1'), Given.InvoiceId('2')];
        _documents.FindDueAsync(Given.Noon, 5, default).Returns(due);

        (await SweepAsync(5)).ShouldBe(2);

        await _documents.Received(1).DestroyAsync(due, default);
        _unitOfWork.Raised.ShouldBe([new DocumentKeyDestroyed(due[0], Given.Noon), new DocumentKeyDestroyed(due[1], Given.Noon), new DueDocumentsDestroyed(2, Given.Noon)]);
    }

    [Fact]
    public async Task Sweep_WhenNothingIsDue_AnnouncesNothing()
    {
        _documents.FindDueAsync(Given.Noon, 5, default).Returns([]);

        (await SweepAsync(5)).ShouldBe(0);

        _unitOfWork.Raised.ShouldBeEmpty();
        await _documents.DidNotReceiveWithAnyArgs().DestroyAsync(default!, default);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void Sweep_WhenTheLimitIsWrong_NamesIt(int limit, bool isRight) =>
        new DestroyDueDocumentsValidator().WrongFieldsOf(new DestroyDueDocumentsCommand(limit)).ShouldBe(isRight ? [] : ["limit"]);

    [Fact]
    public async Task Storage_WhenKeysWereDestroyed_IsScrubbed()
    {
        var scrubber = Substitute.For<IStorageScrubber>();

        await new ScrubStorageWhenDueDocumentsDestroyed(scrubber).ReactAsync(new DueDocumentsDestroyed(2, Given.Noon), "msg", default);

        await scrubber.Received(1).ScrubAsync(default);
    }

    private async Task DecideAsync(int years) =>
        (await new DecideRetentionPolicyHandler(_policies, new TestCaller(), new FakeTimeProvider(Given.Noon)).HandleAsync(new DecideRetentionPolicyCommand(years), default))
            .Id.ShouldBe(Given.Scope.EnvironmentId);

    private async Task<int> YearsAsync() => (await new GetRetentionPolicyHandler(_policies).HandleAsync(new GetRetentionPolicyQuery(), default)).Value.Years;

    private async Task<int> SweepAsync(int limit) =>
        (await new DestroyDueDocumentsHandler(_documents, _unitOfWork, new FakeTimeProvider(Given.Noon)).HandleAsync(new DestroyDueDocumentsCommand(limit), default)).Value;
}
