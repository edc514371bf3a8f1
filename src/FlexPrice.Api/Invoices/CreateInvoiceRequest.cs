using FlexPrice.Api.Documentation;
using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Api.Invoices;

/// <summary>A new invoice.</summary>
internal sealed record CreateInvoiceRequest
{
    /// <summary>Our id of the customer; wins over external_customer_id.</summary>
    public string? CustomerId { get; init; }

    [FlexPriceExtension]
    public string? ExternalCustomerId { get; init; }

    /// <summary>One of the customer's own subscriptions. Required for SUBSCRIPTION.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>ONE_OFF (default) and CREDIT are finalized at once, SUBSCRIPTION is a draft.</summary>
    public string? InvoiceType { get; init; }

    /// <summary>MANUAL (default), SUBSCRIPTION_CREATE, SUBSCRIPTION_CYCLE, SUBSCRIPTION_UPDATE or PRORATION.</summary>
    public string? BillingReason { get; init; }

    public string? Currency { get; init; }

    /// <summary>What is to be paid: the sum of the line items, when there are any.</summary>
    public decimal? AmountDue { get; init; }

    /// <summary>The subtotal plus total_tax.</summary>
    public decimal? Total { get; init; }

    public decimal? Subtotal { get; init; }

    /// <summary>The tax in total. Default 0.</summary>
    [FlexPriceExtension]
    public decimal? TotalTax { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset? DueDate { get; init; }

    public DateTimeOffset? PeriodStart { get; init; }

    public DateTimeOffset? PeriodEnd { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public IReadOnlyList<InvoiceLineRequest>? LineItems { get; init; }

    public CreateInvoiceCommand ToCommand() => new()
    {
        Customer = new CustomerReference(CustomerId, ExternalCustomerId),
        SubscriptionId = SubscriptionId,
        InvoiceType = InvoiceType,
        BillingReason = BillingReason,
        Currency = Currency,
        AmountDue = AmountDue,
        Total = Total,
        Subtotal = Subtotal,
        TotalTax = TotalTax,
        Description = Description,
        DueDate = DueDate,
        PeriodStart = PeriodStart,
        PeriodEnd = PeriodEnd,
        Metadata = Metadata,
        LineItems = LineItems?.Select(line => line.ToLine()).ToList(),
    };
}
