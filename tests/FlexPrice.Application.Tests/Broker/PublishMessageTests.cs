using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Broker;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Customers;
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

namespace FlexPrice.Application.Tests.Broker;

/// <summary>The broker is told the same as the operator's endpoint, about the customer whom it concerns.</summary>
public sealed class PublishMessageTests
{
    private static readonly SubscriptionId Subscription = SubscriptionId.From(Given.Id("subs", '1'));
    private static readonly WalletId Wallet = WalletId.From(Given.Id("wallet", '1'));
    private static readonly WorkflowId Workflow = WorkflowId.From(Given.Id("wf", '1'));
    private static readonly DeletionId DeletionId = DeletionId.From(Given.Id("del", '1'));
    private static readonly CustomerId Customer = Given.CustomerId('1');

    private readonly IWebhookSender _sender = Substitute.For<IWebhookSender>();
    private readonly IMessagePublisher _publisher = Substitute.For<IMessagePublisher>();

    [Fact]
    public async Task Customer_WhenItsLifeGoesOn_IsToldAsByTheWebhook()
    {
        await ShouldTellTheSameAsync(new SendWebhookWhenCustomerCreated(_sender), new PublishMessageWhenCustomerCreated(_publisher), new CustomerCreated(Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenCustomerUpdated(_sender), new PublishMessageWhenCustomerUpdated(_publisher), new CustomerUpdated(Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenCustomerArchived(_sender), new PublishMessageWhenCustomerArchived(_publisher), new CustomerArchived(Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenCustomerPublished(_sender), new PublishMessageWhenCustomerPublished(_publisher), new CustomerPublished(Customer, Given.Noon));
    }

    [Fact]
    public async Task Customer_WhenDeleted_IsToldWithTheDeletions()
    {
        await new PublishMessageWhenCustomerDeleted(_publisher).ReactAsync(new CustomerDeleted(DeletionId, Customer, null, Given.Noon), "msg", default);

        await _publisher.Received(1).PublishAsync(
            "msg",
            "customer.deleted",
            Customer,
            Given.Noon,
            Arg.Is<object>(told => Text(told) == $$"""{"customer":{"id":"{{Customer}}"},"deletion_id":"{{DeletionId}}","parent_deletion_id":null}"""),
            default);
    }

    [Fact]
    public async Task Dependent_WhenItChanges_IsToldAsByTheWebhook()
    {
        var invoice = Given.InvoiceId();
        await ShouldTellTheSameAsync(new SendWebhookWhenSubscriptionCreated(_sender), new PublishMessageWhenSubscriptionCreated(_publisher), new SubscriptionCreated(Subscription, Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenSubscriptionCancelled(_sender), new PublishMessageWhenSubscriptionCancelled(_publisher), new SubscriptionCancelled(Subscription, Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenWalletCreated(_sender), new PublishMessageWhenWalletCreated(_publisher), new WalletCreated(Wallet, Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenWalletTerminated(_sender), new PublishMessageWhenWalletTerminated(_publisher), new WalletTerminated(Wallet, Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenInvoiceCreated(_sender), new PublishMessageWhenInvoiceCreated(_publisher), new InvoiceCreated(invoice, Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenInvoiceFinalized(_sender), new PublishMessageWhenInvoiceFinalized(_publisher), new InvoiceFinalized(invoice, Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenInvoiceVoided(_sender), new PublishMessageWhenInvoiceVoided(_publisher), new InvoiceVoided(invoice, Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenInvoicePaymentRecorded(_sender), new PublishMessageWhenInvoicePaymentRecorded(_publisher), new InvoicePaymentRecorded(invoice, Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenInvoiceWrittenOff(_sender), new PublishMessageWhenInvoiceWrittenOff(_publisher), new InvoiceWrittenOff(invoice, Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenWorkflowStarted(_sender), new PublishMessageWhenWorkflowStarted(_publisher), new WorkflowStarted(Workflow, Customer, Given.Noon));
        await ShouldTellTheSameAsync(new SendWebhookWhenWorkflowStopped(_sender), new PublishMessageWhenWorkflowStopped(_publisher), new WorkflowStopped(Workflow, Customer, Given.Noon));
    }

    private async Task ShouldTellTheSameAsync<TEvent>(IReaction<TEvent> webhook, IReaction<TEvent> broker, TEvent happened)
        where TEvent : IDomainEvent
    {
        _sender.ClearReceivedCalls();
        _publisher.ClearReceivedCalls();

        await webhook.ReactAsync(happened, "msg", default);
        await broker.ReactAsync(happened, "msg", default);

        var sent = _sender.ReceivedCalls().ShouldHaveSingleItem().GetArguments();
        var published = _publisher.ReceivedCalls().ShouldHaveSingleItem().GetArguments();
        published[..2].ShouldBe(sent[..2]);
        published[2].ShouldBe(Customer);
        published[3].ShouldBe(sent[2]);
        Text(published[4]).ShouldBe(Text(sent[3]));
    }

    private static string Text(object? told) => JsonSerializer.Serialize(told, JsonSerializerOptions.Default);
}
