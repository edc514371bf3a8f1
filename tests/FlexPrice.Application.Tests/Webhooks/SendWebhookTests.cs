using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Webhooks;

/// <summary>What a webhook does in addition to the announcement: it records that a deletion was announced.</summary>
public sealed class SendWebhookTests
{
    private static readonly DeletionId DeletionId = DeletionId.From(Given.Id("del", '1'));

    private readonly IWebhookSender _sender = Substitute.For<IWebhookSender>();
    private readonly RecordedFailpoints _failpoints = new();
    private readonly InlineUnitOfWork _unitOfWork = new();

    [Fact]
    public async Task Deletion_WhenAnnounced_CountsAsTold()
    {
        var deletion = Deletion.Begin(Given.Scope, DeletionId, Given.CustomerId('1'), null, "digest", [], hasWorkAfterCommit: false, Given.At(0));

        await Reaction(deletion).ReactAsync(new CustomerDeleted(DeletionId, Given.CustomerId('1'), null, Given.Noon), "msg", default);

        _sender.ReceivedCalls().Count().ShouldBe(1);
        deletion.ToldAt.ShouldBe(Given.Noon);
        _failpoints.Steps.ShouldBe([Failpoint.WebhookDelivered]);
        _unitOfWork.Commits.ShouldBe(1);
    }

    [Fact]
    public async Task Deletion_WhenTheEndpointRefuses_DoesNotCountAsTold()
    {
        var deletion = Deletion.Begin(Given.Scope, DeletionId, Given.CustomerId('1'), null, "digest", [], hasWorkAfterCommit: false, Given.At(0));
        _sender.SendAsync("msg", Arg.Any<string>(), Arg.Any<DateTimeOffset>(), Arg.Any<object>(), default).Returns(Task.FromException(new HttpRequestException()));

        await Should.ThrowAsync<HttpRequestException>(
            () => Reaction(deletion).ReactAsync(new CustomerDeleted(DeletionId, Given.CustomerId('1'), null, Given.Noon), "msg", default));

        deletion.ToldAt.ShouldBeNull();
        _unitOfWork.Commits.ShouldBe(0);
    }

    [Fact]
    public async Task Deletion_WhenItsRecordIsGone_IsToldAllTheSame()
    {
        await Reaction().ReactAsync(new CustomerDeleted(DeletionId, Given.CustomerId('1'), DeletionId, Given.Noon), "msg", default);

        _sender.ReceivedCalls().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Event_WhenItIsNoDeletion_RecordsNothing()
    {
        await Reaction().ReactAsync(new CustomerCreated(Given.CustomerId('1'), Given.Noon), "msg", default);

        _sender.ReceivedCalls().Count().ShouldBe(1);
        _failpoints.Steps.ShouldBeEmpty();
        _unitOfWork.Commits.ShouldBe(0);
    }

    private SendWebhook Reaction(params Deletion[] deletions) =>
        new(_sender, new DeletionTelling(_unitOfWork, new InMemoryRepository<Deletion>(deletions), new FakeTimeProvider(Given.Noon)), _failpoints);
}
