using FlexPrice.Application.Invoices;
using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Application.Invoices.FinalizeInvoice;
using FlexPrice.Application.Invoices.GetInvoice;
using FlexPrice.Application.Invoices.RecordInvoicePayment;
using FlexPrice.Application.Invoices.VoidInvoice;
using FlexPrice.Application.Tests.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Tests.Invoices;

/// <summary>What handlers of invoices need: customer 1 with a subscription, customer 2, and archived customer 9.</summary>
internal sealed class InvoiceBench
{
    public InvoiceBench() => Finalizer = new InvoiceFinalizer(Counters, Policies, Documents, Seal, Customers.Locks, Customers.Caller);

    public CustomerBench Customers { get; } = new(Given.Customer('1'), Given.Customer('2'), Given.ArchivedCustomer('9'));

    public InMemoryRepository<Invoice> Invoices { get; } = new();

    public InMemoryRepository<Subscription> Subscriptions { get; } = new(Given.Subscription());

    public InMemoryRepository<InvoiceCounter> Counters { get; } = new();

    public InMemoryRepository<RetentionPolicy> Policies { get; } = new();

    public InMemoryRepository<SealedDocument> Documents { get; } = new();

    public PlainDocumentSeal Seal { get; } = new();

    public InvoiceFinalizer Finalizer { get; }

    public Task<CommandResult<InvoiceId>> CreateAsync(CreateInvoiceCommand command) =>
        new CreateInvoiceHandler(Invoices, Subscriptions, Customers.Resolver, Finalizer, Customers.Ids, Customers.Caller, Customers.Clock).HandleAsync(command, default);

    public Task<CommandResult<InvoiceId>> FinalizeAsync(string id) =>
        new FinalizeInvoiceHandler(Invoices, Customers.Resolver, Finalizer, Customers.Caller, Customers.Clock).HandleAsync(new FinalizeInvoiceCommand(id), default);

    public Task<CommandResult<InvoiceId>> VoidAsync(string id) =>
        new VoidInvoiceHandler(Invoices, Customers.Locks, Customers.Caller, Customers.Clock).HandleAsync(new VoidInvoiceCommand(id), default);

    public Task<CommandResult<InvoiceId>> PayAsync(string id, string status, decimal? amount = null) =>
        new RecordInvoicePaymentHandler(Invoices, Documents, Seal, Customers.Locks, Customers.Ids, Customers.Caller, Customers.Clock).HandleAsync(new RecordInvoicePaymentCommand(id, status, amount), default);

    public Task<Result<InvoiceView>> GetAsync(string id, params string[] roles) =>
        new GetInvoiceHandler(Invoices, Documents, Seal, roles.Length == 0 ? Customers.Caller : new TestCaller { Roles = roles }).HandleAsync(new GetInvoiceQuery(id), default);

    /// <summary>Changes the stored invoice like a deletion's statements: it has no customer and no personal content.</summary>
    public static void Retain(Invoice invoice)
    {
        Set(invoice, nameof(Invoice.CustomerId), null);
        Set(invoice, nameof(Invoice.DeletionId), DeletionId.From(Given.Id("del", '1')));
        Set(invoice, nameof(Invoice.Description), "");
        Set(invoice, nameof(Invoice.BillTo), BillTo.Empty);
    }

    private static void Set(Invoice invoice, string property, object? value) => typeof(Invoice).GetProperty(property)!.SetValue(invoice, value);
}
