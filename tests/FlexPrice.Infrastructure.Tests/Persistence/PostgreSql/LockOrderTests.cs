using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access.CreateApiKey;
using FlexPrice.Application.Access.RevokeApiKey;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Customers.UpdateCustomer;
using FlexPrice.Application.Deletions.ConfirmRecipient;
using FlexPrice.Application.Deletions.DecideDeletionPolicy;
using FlexPrice.Application.Deletions.ForgetExpiredFences;
using FlexPrice.Application.Deletions.WaiveRecipient;
using FlexPrice.Application.Integrations.LinkIntegration;
using FlexPrice.Application.Integrations.UnlinkIntegration;
using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Application.Invoices.FinalizeInvoice;
using FlexPrice.Application.Invoices.RecordInvoicePayment;
using FlexPrice.Application.Invoices.VoidInvoice;
using FlexPrice.Application.Retention.DecideRetentionPolicy;
using FlexPrice.Application.Retention.DestroyDueDocuments;
using FlexPrice.Application.Subscriptions.CancelSubscription;
using FlexPrice.Application.Subscriptions.CreateSubscription;
using FlexPrice.Application.Subscriptions.EndDueSubscriptions;
using FlexPrice.Application.Subscriptions.UpdateSubscription;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Application.Wallets.CreateWallet;
using FlexPrice.Application.Wallets.TerminateWallet;
using FlexPrice.Application.Workflows.StartWorkflow;
using FlexPrice.Application.Workflows.StopWorkflow;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Sql.Statements;
using FlexPrice.Testing.SqlServer;

namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

/// <summary>Every command takes its locks in the order that <see cref="IRowLocks"/> writes down. Where all keep to one order, no two wait for each other.</summary>
public sealed class LockOrderTests : IAsyncLifetime, IOn<PostgreSqlEngine>
{
    private static readonly Dictionary<Type, string> Exempt = new()
    {
        [typeof(DecideDeletionPolicyCommand)] = "Changes the one row of a setting.",
        [typeof(DecideRetentionPolicyCommand)] = "Changes the one row of a setting.",
        [typeof(ConfirmRecipientCommand)] = "Changes a deletion that is committed, whose customer nobody can lock any more.",
        [typeof(WaiveRecipientCommand)] = "Changes a deletion that is committed, whose customer nobody can lock any more.",
        [typeof(ForgetExpiredFencesCommand)] = "Removes fences, which belong to no customer.",
        [typeof(DestroyDueDocumentsCommand)] = "Removes documents of those who are deleted, and of years ago: a deletion that meets it counts one document less and is tried again.",
    };

    private static readonly string LockOfCustomers = SqlStatement.Numbered(PostgreSqlStatements.Text["customers.lock"]).Text;

    private static readonly string LockOfExternalIds = SqlStatement.Numbered(PostgreSqlStatements.Text["external_ids.lock"]).Text;

    private static readonly string LockOfKeysShared = SqlStatement.Numbered(PostgreSqlStatements.Text["api_keys.hold"]).Text;

    private static readonly string LockOfKeys = SqlStatement.Numbered(PostgreSqlStatements.Text["api_keys.lock"]).Text;

    private readonly Dictionary<string, IReadOnlyList<string>> _sent = new(StringComparer.Ordinal);
    private readonly HashSet<Type> _commands = [];
    private Store _store = null!;
    private int _made;

    public async Task InitializeAsync() => _store = await Store.StartAsync(new PostgreSqlEngine());

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Command_WhenItIsOneOfTheProducts_LocksInTheOrderThatIsWrittenDown()
    {
        await ChangeCustomersAsync();
        await ChangeDependentsAsync();
        await DeleteAsync();
        await ChangeKeysAsync();

        _sent.SelectMany(command => LockOrder.Defects(command.Value).Select(defect => $"{command.Key}: {defect}")).ShouldBeEmpty();
        _sent["archive a top and place it"].ShouldContain(LockOfCustomers, "the parent is locked when the family is");
        _sent["delete and detach"].ShouldContain(LockOfCustomers, "children who are moved are locked before");
        _sent["issue a key"].ShouldContain(LockOfKeysShared, "whoever revokes the issuer with its descendants waits");
        _sent["revoke with descendants"].ShouldContain(LockOfKeys, "whoever issues one meanwhile waits");
        Commands().Except(_commands).Except(Exempt.Keys).ShouldBeEmpty("Send the command once in LockOrderTests, which reads its locks, or name it in Exempt there with the reason (docs/guides/add-a-command.md, Let the tests name what is missing).");
        Exempt.Keys.Intersect(_commands).Concat(Exempt.Keys.Except(Commands())).ShouldBeEmpty("exemptions that nothing needs");
    }

    // Two who hold the same customer do not exclude each other: what both change, both change in one order.
    [Fact]
    public async Task Rows_WhenTwoCommandsChangeThem_AreChangedInOneOrder()
    {
        await ChangeDependentsAsync();

        var orders = _sent.Select(command => LockOrder.Written(command.Value)).ToList();
        var pairs = orders.SelectMany(order => order.SelectMany((before, index) => order.Skip(index + 1).Select(after => (before, after)))).ToHashSet();
        pairs.Where(pair => pairs.Contains((pair.after, pair.before))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Families in 2 calls", "customers.lock_roots", "customers.lock_roots")]
    [InlineData("Families after Customers", "customers.lock", "customers.lock_roots")]
    [InlineData("Customers after InvoiceCounter", "invoice_counters.lock", "customers.hold")]
    [InlineData("Customers after ExternalIds", "external_ids.lock", "customers.lock")]
    [InlineData("Customers after Rows", "legal_hold.delete_released", "customers.lock")]
    [InlineData("wallets written under no lock of a customer", "invoice_counters.lock", "wallets.delete")]
    public void Order_WhenItIsAnother_IsCaught(string defect, params string[] statements) =>
        LockOrder.Defects([.. statements.Select(name => SqlStatement.Numbered(PostgreSqlStatements.Text[name]).Text)]).ShouldContain(defect);

    [Fact]
    public void Order_WhenALockHasNoPlaceInIt_IsCaught() =>
        LockOrder.Defects(["SELECT id FROM wallets FOR NO KEY UPDATE"]).ShouldHaveSingleItem().ShouldStartWith("locks what has no place in the order");

    private static IReadOnlyList<Type> Commands() =>
    [
        .. typeof(ICommand<>).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }
            && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ICommand<>))),
    ];

    private async Task ChangeCustomersAsync()
    {
        var (top, other) = (await CustomerAsync(), await CustomerAsync());
        var child = await CustomerAsync(top);
        await SendAsync("create a child", Create(top));
        await SendAsync("rename", Update(child, new CustomerFields { Name = "Grace" }));
        await SendAsync("take another external id", new UpdateCustomerCommand(new CustomerReference(child), "ext-of-nobody", new CustomerFields(), null));
        await SendAsync("place under another", Update(child, new CustomerFields { ParentCustomerId = other }));
        await SendAsync("take out", Update(child, new CustomerFields { ParentCustomerId = "" }));
        await SendAsync("archive and place", Update(child, new CustomerFields { ParentCustomerId = top }, "archived"));
        await SendAsync("archive a top and place it", Update(await CustomerAsync(), new CustomerFields { ParentCustomerId = await CustomerAsync(other) }, "archived"));
        await SendAsync("publish and place", Update(child, new CustomerFields { ParentCustomerId = await CustomerAsync(other) }, "published"));
    }

    private async Task ChangeDependentsAsync()
    {
        var (customer, payer) = (await CustomerAsync(), await CustomerAsync());
        await SendAsync("usage of nobody", Use("ext-of-nobody-yet"));
        var renamed = await CustomerAsync();
        var (former, before) = (ExternalIdOf(renamed), _store.Clock.GetUtcNow().AddDays(-1));
        await SendAsync("give an external id up", new UpdateCustomerCommand(new CustomerReference(renamed), "ext-of-the-renamed", new CustomerFields(), null));
        await SendAsync("late usage of a former holder, and of nobody", Use((former, before), ("ext-of-nobody-ever", null)));
        _sent["late usage of a former holder, and of nobody"].ShouldContain(LockOfExternalIds);
        var subscription = await SendAsync("subscribe", Subscribe(customer, payer));
        await SendAsync("change the payer", new UpdateSubscriptionCommand(subscription.Id.Value, payer));
        var draft = await SendAsync("draft", Bill(customer) with { SubscriptionId = subscription.Id.Value, InvoiceType = "SUBSCRIPTION" });
        await SendAsync("finalize", new FinalizeInvoiceCommand(draft.Id.Value));
        await SendAsync("pay", new RecordInvoicePaymentCommand(draft.Id.Value, "SUCCEEDED", null));
        var issued = await SendAsync("issue", Bill(customer));
        await SendAsync("void", new VoidInvoiceCommand(issued.Id.Value));
        await SendAsync("cancel", new CancelSubscriptionCommand(subscription.Id.Value, "immediate"));
        var ending = await SendAsync("subscribe again", Subscribe(customer, null));
        await SendAsync("cancel at the end", new CancelSubscriptionCommand(ending.Id.Value, "end_of_period"));
        _store.Clock.Advance(TimeSpan.FromDays(40));
        await SendAsync("end what is due", new EndDueSubscriptionsCommand(10));
        var wallet = await SendAsync("open a wallet", new CreateWalletCommand { Customer = new CustomerReference(customer), Currency = "eur", InitialCreditsToLoad = 10 });
        await SendAsync("close the wallet", new TerminateWalletCommand(wallet.Id.Value));
        var workflow = await SendAsync("start a workflow", new StartWorkflowCommand(new CustomerReference(customer), "CustomerOnboardingWorkflow"));
        await SendAsync("stop the workflow", new StopWorkflowCommand(workflow.Id.Value));
        var mapping = await SendAsync("link", new LinkIntegrationCommand("customer", customer, "stripe", $"cus_{customer}"));
        await SendAsync("unlink", new UnlinkIntegrationCommand(mapping.Id.Value));
        await SendAsync("usage", Use([.. new[] { customer, payer }.Select(ExternalIdOf)]));
    }

    private async Task DeleteAsync()
    {
        await SendAsync("delete", Delete(await CustomerAsync()));
        foreach (var (action, choice) in new (string, string?)[] { ("cascade", null), ("detach", null), ("reparent", await CustomerAsync(await CustomerAsync())) })
        {
            var parent = await CustomerAsync(await CustomerAsync());
            await CustomerAsync(await CustomerAsync(parent));
            var choices = new Dictionary<string, string> { ["child_customers"] = action };
            if (choice is not null)
            {
                choices["child_customers_parent"] = choice;
            }

            await SendAsync($"delete and {action}", new DeleteCustomerCommand(parent, choices, null));
        }

        var laden = await CustomerAsync();
        var subscription = await SendAsync("subscribe to be deleted", Subscribe(laden, null));
        await SendAsync("draft to be deleted", Bill(laden) with { SubscriptionId = subscription.Id.Value, InvoiceType = "SUBSCRIPTION" });
        await SendAsync("delete and finalize", Delete(laden, ("subscriptions", "cancel_now"), ("draft_invoices", "finalize"), ("outstanding_invoices", "write_off")));
    }

    private async Task ChangeKeysAsync()
    {
        var issuer = await SendAsync("issue a key as the operator", new CreateApiKeyCommand("ci", null, null, null));
        var issued = await SendAsync("issue a key", new CreateApiKeyCommand("ci", null, null, null), issuer.Value.Key.Id.Value);
        await SendAsync("revoke", new RevokeApiKeyCommand(issued.Value.Key.Id.Value));
        await SendAsync("revoke with descendants", new RevokeApiKeyCommand(issuer.Value.Key.Id.Value, WithDescendants: true));
    }

    private static IngestEventsCommand Use(params string[] externalIds) => Use([.. externalIds.Select(externalId => (externalId, (DateTimeOffset?)null))]);

    private static IngestEventsCommand Use(params (string ExternalId, DateTimeOffset? Timestamp)[] events) => new(
    [
        .. events.Select(sent => new EventToIngest
        {
            EventName = "call",
            ExternalCustomerId = sent.ExternalId,
            Timestamp = sent.Timestamp,
            Properties = new Dictionary<string, JsonElement>(),
        }),
    ]);

    private static DeleteCustomerCommand Delete(string customer, params (string Edge, string Action)[] choices) =>
        new(customer, choices.ToDictionary(choice => choice.Edge, choice => choice.Action, StringComparer.Ordinal), null);

    private static UpdateCustomerCommand Update(string customer, CustomerFields fields, string? status = null) => new(new CustomerReference(customer), null, fields, status);

    private static CreateSubscriptionCommand Subscribe(string customer, string? payer) =>
        new() { Customer = new CustomerReference(customer), PlanId = "plan", Currency = "eur", BillingPeriod = "MONTHLY", InvoicingCustomerId = payer };

    private static CreateInvoiceCommand Bill(string customer) => new() { Customer = new CustomerReference(customer), Currency = "eur", AmountDue = 10, Total = 10, Subtotal = 10 };

    private CreateCustomerCommand Create(string? parent) => new($"ext-{++_made}", new CustomerFields { Name = "Ada", ParentCustomerId = parent });

    private string ExternalIdOf(string customer) => _store.Database.Text("SELECT external_id FROM customers WHERE id = @id", ("@id", customer))!;

    private async Task<string> CustomerAsync(string? parent = null) => (await _store.SendAsync(Create(parent))).Id.Value;

    private async Task<TResponse> SendAsync<TResponse>(string what, ICommand<TResponse> command, string actor = Store.Actor)
        where TResponse : IResult<TResponse>
    {
        TResponse? response = default;
        _sent[what] = await SentStatements.RecordAsync(async () => response = await _store.SendAsync(command, actor));
        _commands.Add(command.GetType());
        return response!;
    }
}
