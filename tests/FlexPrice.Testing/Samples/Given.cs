using FlexPrice.Domain.Access;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Domain.Wallets;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Testing.Samples;

/// <summary>Ready-made objects for tests; each property of interest is a parameter.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly EnvironmentScope Scope = new(TenantId.From(Id("tenant", 'A')), EnvironmentId.From(Id("env", 'B')));

    public static readonly CustomerProfile Profile = new("Ada Lovelace", "ada@example.com", null, Address.Empty, "UTC", null);

    public static string Id(string prefix, char last) => $"{prefix}_01J0000000000000000000000{last}";

    public static Change At(int minute) => new(Noon.AddMinutes(minute), "key_test");

    public static CustomerId CustomerId(char last) => Domain.Customers.CustomerId.From(Id("cust", last));

    public static Customer Customer(char last = '1', Customer? parent = null)
    {
        var customer = Domain.Customers.Customer.Register(Scope, CustomerId(last), External($"ext-{last}"), Profile, parent, At(0)).Value;
        customer.TakeEvents();
        return customer;
    }

    public static Customer ArchivedCustomer(char last = '9')
    {
        var customer = Customer(last);
        customer.Archive(At(1));
        customer.TakeEvents();
        return customer;
    }

    public static ExternalId External(string value) => new(value, new LookupHash($"hash-of-{value}"));

    public static SubscriptionTerms Terms(BillingPeriod period = BillingPeriod.Monthly, int count = 1) =>
        new("plan_1", "eur", period, count, Noon, null, null, null, null);

    public static Subscription Subscription(Customer? payer = null)
    {
        var subscription = Domain.Subscriptions.Subscription.Start(
            Scope, SubscriptionId.From(Id("subs", '1')), Customer(), payer, Terms(), SubscriptionStatus.Active, At(0)).Value;
        subscription.TakeEvents();
        return subscription;
    }

    public static Wallet Wallet()
    {
        var wallet = Domain.Wallets.Wallet.Open(
            Scope, WalletId.From(Id("wallet", '1')), Customer(), new WalletTerms("Prepaid", "", "eur", WalletType.PrePaid, 0.5m, null), At(0)).Value;
        wallet.TakeEvents();
        return wallet;
    }

    public static WalletTransactionId TransactionId(char last) => WalletTransactionId.From(Id("wtxn", last));

    public static InvoiceTerms Bill(decimal due = 10, InvoiceType type = InvoiceType.OneOff, params IReadOnlyList<InvoiceLineTerms> lines) => new(
        type, BillingReason.Manual, "eur", InvoiceAmounts.Unpaid(due, due, 0, due), null, null, null, "For Ada", null, lines);

    public static InvoiceLineTerms Line(decimal amount, string name = "Calls") => new(amount, 1, name, null, null, null, null);

    public static InvoiceId InvoiceId(char last = '1') => Domain.Invoices.InvoiceId.From(Id("inv", last));

    /// <summary>A draft.</summary>
    public static Invoice Draft(char last = '1', InvoiceTerms? terms = null, Customer? customer = null)
    {
        var line = 0;
        var invoice = Invoice.Create(
            Scope, InvoiceId(last), customer ?? Customer(), null, terms ?? Bill(), () => InvoiceLineItemId.From(Id("inv_line", (char)('1' + line++))), At(0)).Value;
        invoice.TakeEvents();
        return invoice;
    }

    /// <summary>An invoice that was issued at noon under the number INV-000001.</summary>
    public static Invoice Issued(char last = '1', InvoiceTerms? terms = null, Customer? customer = null)
    {
        var owner = customer ?? Customer();
        var invoice = Draft(last, terms, owner);
        invoice.Finalize("INV-000001", BillTo.Of(owner), RetentionPolicy.Undecided(Scope, At(0)), At(0));
        invoice.TakeEvents();
        return invoice;
    }

    public static InvoicePaymentId PaymentId(char last = '1') => InvoicePaymentId.From(Id("pay", last));

    public static Workflow Workflow(char last = '1', Customer? customer = null)
    {
        var workflow = Domain.Workflows.Workflow.Start(Scope, WorkflowId.From(Id("wf", last)), customer ?? Customer(), "Onboarding", At(0)).Value;
        workflow.TakeEvents();
        return workflow;
    }
}
