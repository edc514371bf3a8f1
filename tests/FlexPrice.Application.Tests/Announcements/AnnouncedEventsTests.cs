using System.Text.Json;
using FlexPrice.Application.Announcements;
using FlexPrice.Application.Broker;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Cascade.Events;
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

namespace FlexPrice.Application.Tests.Announcements;

/// <summary>Every channel announces the same of an event: FlexPrice's type and ids, nothing else.</summary>
public sealed class AnnouncedEventsTests
{
    private static readonly CustomerId Customer = Given.CustomerId('1');
    private static readonly SubscriptionId Subscription = SubscriptionId.From(Given.Id("subs", '1'));
    private static readonly WalletId Wallet = WalletId.From(Given.Id("wallet", '1'));
    private static readonly WorkflowId Workflow = WorkflowId.From(Given.Id("wf", '1'));
    private static readonly DeletionId DeletionId = DeletionId.From(Given.Id("del", '1'));
    private static readonly DeletionId Parent = DeletionId.From(Given.Id("del", '2'));

    private static readonly (IDomainEvent Event, string Type, string Data)[] Expected =
    [
        (new CustomerCreated(Customer, Given.Noon), "customer.created", CustomerData()),
        (new CustomerUpdated(Customer, Given.Noon), "customer.updated", CustomerData()),
        (new CustomerArchived(Customer, Given.Noon), "customer.updated", CustomerData()),
        (new CustomerPublished(Customer, Given.Noon), "customer.updated", CustomerData()),
        (new CustomerDeleted(DeletionId, Customer, null, Given.Noon), "customer.deleted", CustomerData(DeletionIds("null"))),
        (new CustomerDeleted(DeletionId, Customer, Parent, Given.Noon), "customer.deleted", CustomerData(DeletionIds($"\"{Parent}\""))),
        (new SubscriptionCreated(Subscription, Customer, Given.Noon), "subscription.created", DependentData("subscription", Subscription.Value)),
        (new SubscriptionCancelled(Subscription, Customer, Given.Noon), "subscription.cancelled", DependentData("subscription", Subscription.Value)),
        (new InvoiceCreated(Given.InvoiceId(), Customer, Given.Noon), "invoice.update", DependentData("invoice", Given.InvoiceId().Value)),
        (new InvoiceFinalized(Given.InvoiceId(), Customer, Given.Noon), "invoice.update.finalized", DependentData("invoice", Given.InvoiceId().Value)),
        (new InvoicePaymentRecorded(Given.InvoiceId(), Customer, Given.Noon), "invoice.update.payment", DependentData("invoice", Given.InvoiceId().Value)),
        (new InvoiceWrittenOff(Given.InvoiceId(), Customer, Given.Noon), "invoice.update.payment", DependentData("invoice", Given.InvoiceId().Value)),
        (new InvoiceVoided(Given.InvoiceId(), Customer, Given.Noon), "invoice.update.voided", DependentData("invoice", Given.InvoiceId().Value)),
        (new WalletCreated(Wallet, Customer, Given.Noon), "wallet.created", DependentData("wallet", Wallet.Value)),
        (new WalletTerminated(Wallet, Customer, Given.Noon), "wallet.terminated", DependentData("wallet", Wallet.Value)),
        (new WorkflowStarted(Workflow, Customer, Given.Noon), "workflow.started", DependentData("workflow", Workflow.Value)),
        (new WorkflowStopped(Workflow, Customer, Given.Noon), "workflow.stopped", DependentData("workflow", Workflow.Value)),
    ];

    private readonly IWebhookSender _sender = Substitute.For<IWebhookSender>();
    private readonly IMessagePublisher _publisher = Substitute.For<IMessagePublisher>();

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Expected.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Event_WhenItIsAnnounced_IsToldTheSameOverEveryChannel(int row)
    {
        var (happened, type, data) = Expected[row];

        await new SendWebhook(_sender, new DeletionTelling(new InlineUnitOfWork(), new InMemoryRepository<Deletion>(), TimeProvider.System), new RecordedFailpoints()).ReactAsync(happened, "msg", default);
        await new PublishMessage(_publisher).ReactAsync(happened, "msg", default);

        await _sender.Received(1).SendAsync("msg", type, Given.Noon, Arg.Is<object>(told => Text(told) == data), default);
        await _publisher.Received(1).PublishAsync("msg", type, Customer, Given.Noon, Arg.Is<object>(told => Text(told) == data), default);
    }

    [Fact]
    public void Table_WhenItGetsALine_HasARowInThisTest() =>
        AnnouncedEvents.Types.ShouldBe(Expected.Select(row => row.Event.GetType()).Distinct(), ignoreOrder: true, "Every event of AnnouncedEvents.cs has its row in AnnouncedEventsTests (docs/guides/add-a-command.md, Events).");

    [Fact]
    public void Event_WhenItIsNotInTheTable_IsRefused()
    {
        var settled = new DeletionSettled(DeletionId, Customer, Given.Noon);

        Should.Throw<InvalidOperationException>(() => AnnouncedEvents.Announce(settled)).Message.ShouldBe("DeletionSettled is not announced: add it to AnnouncedEvents.");
    }

    [Fact]
    public void Event_WhenItConcernsNoCustomer_IsRefused()
    {
        var decided = new DeletionPolicyDecided(Given.Scope.EnvironmentId, 10, Given.Noon);
        var announced = AnnouncedEvent.Of<DeletionPolicyDecided>("policy.decided", _ => AnnouncementData.Of(Customer));

        Should.Throw<InvalidOperationException>(() => announced.Announce(decided)).Message.ShouldStartWith("DeletionPolicyDecided concerns no customer");
    }

    private static string CustomerData(string more = "") => $$"""{"customer":{"id":"{{Customer}}"}{{more}}}""";

    private static string DeletionIds(string parent) => $",\"deletion_id\":\"{DeletionId}\",\"parent_deletion_id\":{parent}";

    private static string DependentData(string name, string id) => $$$"""{"{{{name}}}":{"id":"{{{id}}}","customer_id":"{{{Customer}}}"}}""";

    private static string Text(object told) => JsonSerializer.Serialize(told, JsonSerializerOptions.Default);
}
