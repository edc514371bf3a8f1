using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Tests.Cascade;

/// <summary>Inventory rows as the inspections return them, of customer 1 by default.</summary>
internal static class Row
{
    public static readonly CustomerId Customer = Given.CustomerId('1');

    public static InventoryRow Owned(string state, char last = '1', long items = 2, CustomerId? customer = null) =>
        new(customer ?? Customer, "owned", Given.Id("subs", last), state, null, "eur", null, items);

    public static InventoryRow PaidFor(string state, char last = '5') =>
        new(Customer, "paid_for", Given.Id("subs", last), state, Given.CustomerId('9').Value, "eur", null, null);

    public static InventoryRow InheritedElsewhere(char last = '6') =>
        new(Customer, "inherited_elsewhere", Given.Id("subs", last), "active", Given.Id("subs", '1'), "eur", null, null);

    public static InventoryRow Wallet(string state, char last = '1', string currency = "eur", decimal balance = 10, long transactions = 3, CustomerId? customer = null) =>
        new(customer ?? Customer, "wallet", Given.Id("wallet", last), state, null, currency, balance, transactions);

    public static InventoryRow Subject(long? events = null, char last = '1', CustomerId? customer = null) =>
        new(customer ?? Customer, "subject", Given.Id("subj", last), "", null, null, null, events);

    public static InventoryRow Child(char last = '2', CustomerId? customer = null) =>
        new(customer ?? Customer, "child", Given.CustomerId(last).Value, "published", null, null, null, null);

    public static InventoryRow Hold(string state, char last = '1', CustomerId? customer = null) =>
        new(customer ?? Customer, "hold", Given.Id("hold", last), state, null, null, null, null);

    /// <summary>An invoice as the edges of invoices see it, each in its own kinds.</summary>
    public static InventoryRow Invoice(string kind, char last = '1', string state = "", decimal? amount = 10, long? count = null, string currency = "eur", CustomerId? customer = null) =>
        new(customer ?? Customer, kind, Given.InvoiceId(last).Value, state, null, currency, amount, count);

    /// <summary>What belongs to an invoice: its payments, or its document with the years of its retention.</summary>
    public static InventoryRow OfInvoice(string kind, char last = '1', long? count = 1, DateTimeOffset? until = null) =>
        new(Customer, kind, Given.InvoiceId(last).Value, "", null, null, null, count) { Until = until };

    public static InventoryRow Workflow(string state, char last = '1', CustomerId? customer = null) =>
        new(customer ?? Customer, "workflow", Given.Id("wf", last), state, null, null, null, null);

    public static InventoryRow Mapping(string provider, char last = '1', CustomerId? customer = null) =>
        new(customer ?? Customer, "mapping", Given.Id("eim", last), "", provider, null, null, null);
}
