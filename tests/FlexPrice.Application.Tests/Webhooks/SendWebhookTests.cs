using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Invoices.Events;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Domain.Subscriptions.Events;
using FlexPrice.Domain.Wallets;
using FlexPrice.Domain.Wallets.Events;
using FlexPrice.Domain.Workflows;
using FlexPrice.Domain.Workflows.Events;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Webhooks;

public sealed class SendWebhookTests
{
    private static readonly SubscriptionId Subscription = SubscriptionId.From(Given.Id("subs", '1'));
    private static readonly WalletId Wallet = WalletId.From(Given.Id("wallet", '1'));
    private static readonly DeletionId DeletionId = DeletionId.From(Given.Id("del", '1'));
    private static readonly string CustomerData = $$$"""{"customer":{"id":"{{{Given.CustomerId('1')}}}"}}""";
    private static readonly string SubscriptionData = $$$"""{"subscription":{"id":"{{{Subscription}}}","customer_id":"{{{Given.CustomerId('1')}}}"}}""";
    private static readonly string WalletData = $$$"""{"wallet":{"id":"{{{Wallet}}}","customer_id":"{{{Given.CustomerId('1')}}}"}}""";

    private static readonly WorkflowId Workflow = WorkflowId.From(Given.Id("wf", '1'));
    private static readonly string InvoiceData = $$$"""{"invoice":{"id":"{{{Given.InvoiceId()}}}","customer_id":"{{{Given.CustomerId('1')}}}"}}""";
    private static readonly string WorkflowData = $$$"""{"workflow":{"id":"{{{Workflow}}}","customer_id":"{{{Given.CustomerId('1')}}}"}}""";

    private readonly IWebhookSender _sender = Substitute.For<IWebhookSender>();
    private readonly RecordedFailpoints _failpoints = new();
    private readonly InlineUnitOfWork _unitOfWork = new();

    [Fact]
    public Task Customer_WhenCreated_IsAnnounced() =>
        ShouldSendAsync(new SendWebhookWhenCustomerCreated(_sender), new CustomerCreated(Given.CustomerId('1'), Given.Noon), "customer.created", CustomerData);

    [Fact]
    public Task Customer_WhenUpdated_IsAnnounced() =>
        ShouldSendAsync(new SendWebhookWhenCustomerUpdated(_sender), new CustomerUpdated(Given.CustomerId('1'), Given.Noon), "customer.updated", CustomerData);

    [Fact]
    public Task Customer_WhenArchived_IsAnnouncedAsAnUpdate() =>
        ShouldSendAsync(new SendWebhookWhenCustomerArchived(_sender), new CustomerArchived(Given.CustomerId('1'), Given.Noon), "customer.updated", CustomerData);

    [Fact]
    public Task Customer_WhenPublished_IsAnnouncedAsAnUpdate() =>
        ShouldSendAsync(new SendWebhookWhenCustomerPublished(_sender), new CustomerPublished(Given.CustomerId('1'), Given.Noon), "customer.updated", CustomerData);

    [Fact]
    public Task Subscription_WhenCreated_IsAnnounced() =>
        ShouldSendAsync(new SendWebhookWhenSubscriptionCreated(_sender), new SubscriptionCreated(Subscription, Given.CustomerId('1'), Given.Noon), "subscription.created", SubscriptionData);

    [Fact]
    public Task Subscription_WhenCancelled_IsAnnounced() =>
        ShouldSendAsync(new SendWebhookWhenSubscriptionCancelled(_sender), new SubscriptionCancelled(Subscription, Given.CustomerId('1'), Given.Noon), "subscription.cancelled", SubscriptionData);

    [Fact]
    public Task Wallet_WhenCreated_IsAnnounced() =>
        ShouldSendAsync(new SendWebhookWhenWalletCreated(_sender), new WalletCreated(Wallet, Given.CustomerId('1'), Given.Noon), "wallet.created", WalletData);

    [Fact]
    public Task Wallet_WhenTerminated_IsAnnounced() =>
        ShouldSendAsync(new SendWebhookWhenWalletTerminated(_sender), new WalletTerminated(Wallet, Given.CustomerId('1'), Given.Noon), "wallet.terminated", WalletData);

    [Fact]
    public async Task Invoice_WhenItChanges_IsAnnouncedInFlexPricesWords()
    {
        var (invoice, customer) = (Given.InvoiceId(), Given.CustomerId('1'));

        await ShouldSendAsync(new SendWebhookWhenInvoiceCreated(_sender), new InvoiceCreated(invoice, customer, Given.Noon), "invoice.update", InvoiceData);
        await ShouldSendAsync(new SendWebhookWhenInvoiceFinalized(_sender), new InvoiceFinalized(invoice, customer, Given.Noon), "invoice.update.finalized", InvoiceData);
        await ShouldSendAsync(new SendWebhookWhenInvoiceVoided(_sender), new InvoiceVoided(invoice, customer, Given.Noon), "invoice.update.voided", InvoiceData);
        await ShouldSendAsync(new SendWebhookWhenInvoicePaymentRecorded(_sender), new InvoicePaymentRecorded(invoice, customer, Given.Noon), "invoice.update.payment", InvoiceData);
        _sender.ClearReceivedCalls();
        await ShouldSendAsync(new SendWebhookWhenInvoiceWrittenOff(_sender), new InvoiceWrittenOff(invoice, customer, Given.Noon), "invoice.update.payment", InvoiceData);
    }

    [Fact]
    public async Task Workflow_WhenStartedOrStopped_IsAnnounced()
    {
        await ShouldSendAsync(new SendWebhookWhenWorkflowStarted(_sender), new WorkflowStarted(Workflow, Given.CustomerId('1'), Given.Noon), "workflow.started", WorkflowData);
        await ShouldSendAsync(new SendWebhookWhenWorkflowStopped(_sender), new WorkflowStopped(Workflow, Given.CustomerId('1'), Given.Noon), "workflow.stopped", WorkflowData);
    }

    [Fact]
    public async Task Deletion_WhenAnnounced_CountsAsTold()
    {
        var deletion = Deletion.Begin(Given.Scope, DeletionId, Given.CustomerId('1'), null, "digest", [], hasWorkAfterCommit: false, Given.At(0));

        await ShouldSendAsync(
            DeletionReaction(deletion),
            new CustomerDeleted(DeletionId, Given.CustomerId('1'), null, Given.Noon),
            "customer.deleted",
            $$"""{"customer":{"id":"{{Given.CustomerId('1')}}"},"deletion_id":"{{DeletionId}}","parent_deletion_id":null}""");

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
            () => DeletionReaction(deletion).ReactAsync(new CustomerDeleted(DeletionId, Given.CustomerId('1'), null, Given.Noon), "msg", default));

        deletion.ToldAt.ShouldBeNull();
        _unitOfWork.Commits.ShouldBe(0);
    }

    [Fact]
    public async Task Deletion_WhenItsRecordIsGone_IsToldAllTheSame()
    {
        await new SendWebhookWhenCustomerDeleted(_sender, _unitOfWork, new InMemoryRepository<Deletion>(), _failpoints, new FakeTimeProvider(Given.Noon))
            .ReactAsync(new CustomerDeleted(DeletionId, Given.CustomerId('1'), DeletionId, Given.Noon), "msg", default);

        _sender.ReceivedCalls().Count().ShouldBe(1);
    }

    private SendWebhookWhenCustomerDeleted DeletionReaction(Deletion deletion) =>
        new(_sender, _unitOfWork, new InMemoryRepository<Deletion>(deletion), _failpoints, new FakeTimeProvider(Given.Noon));

    private async Task ShouldSendAsync<TEvent>(IReaction<TEvent> reaction, TEvent happened, string eventType, string data)
        where TEvent : IDomainEvent
    {
        await reaction.ReactAsync(happened, "msg", default);

        await _sender.Received(1).SendAsync("msg", eventType, Given.Noon, Arg.Is<object>(sent => JsonSerializer.Serialize(sent, JsonSerializerOptions.Default) == data), default);
    }
}
