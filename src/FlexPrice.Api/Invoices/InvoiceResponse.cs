using FlexPrice.Api.Customers;
using FlexPrice.Api.Documentation;
using FlexPrice.Application.Invoices.GetInvoice;
using FlexPrice.Application.Retention;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Invoices;

/// <summary>An invoice: every key that FlexPrice's SDK declares, null for what this product does not have. A retained one belongs to no customer and no subscription.</summary>
internal sealed record InvoiceResponse
{
    public required decimal AdjustmentAmount { get; init; }

    public required decimal AmountDue { get; init; }

    public required decimal AmountPaid { get; init; }

    public required decimal AmountRemaining { get; init; }

    public string? BillingPeriod { get; init; }

    public required string BillingReason { get; init; }

    public long? BillingSequence { get; init; }

    /// <summary>As the customer was when the invoice was finalized; empty before.</summary>
    [FlexPriceExtension]
    public required BillToResponse BillTo { get; init; }

    public required IReadOnlyList<object> CouponApplications { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required string Currency { get; init; }

    /// <summary>Present where one invoice is answered, null in lists and for retained ones.</summary>
    public required CustomerResponse? Customer { get; init; }

    public required string? CustomerId { get; init; }

    /// <summary>The deletion because of which the invoice is retained; null while its customer is there.</summary>
    [FlexPriceExtension]
    public required string? DeletionId { get; init; }

    public required string Description { get; init; }

    public required DateTimeOffset? DueDate { get; init; }

    public required string EnvironmentId { get; init; }

    public required DateTimeOffset? FinalizedAt { get; init; }

    public required string Id { get; init; }

    public string? IdempotencyKey { get; init; }

    public required string? InvoiceNumber { get; init; }

    public string? InvoicePdfUrl { get; init; }

    public required string InvoiceStatus { get; init; }

    public required string InvoiceType { get; init; }

    [FlexPriceExtension]
    public required string? IssuingCountry { get; init; }

    public required IReadOnlyList<InvoiceLineResponse> LineItems { get; init; }

    public required IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public required decimal OverpaidAmount { get; init; }

    public required DateTimeOffset? PaidAt { get; init; }

    public required string PaymentStatus { get; init; }

    /// <summary>Present where one invoice is answered, null in lists.</summary>
    [FlexPriceExtension]
    public required IReadOnlyList<InvoicePaymentResponse>? Payments { get; init; }

    public required DateTimeOffset? PeriodEnd { get; init; }

    public required DateTimeOffset? PeriodStart { get; init; }

    public required decimal RefundedAmount { get; init; }

    /// <summary>The end of the invoice's retention; null before it is finalized.</summary>
    [FlexPriceExtension]
    public required DateTimeOffset? RetainedUntil { get; init; }

    public required string Status { get; init; }

    public object? Subscription { get; init; }

    public required string? SubscriptionId { get; init; }

    public required decimal Subtotal { get; init; }

    public required IReadOnlyList<object> Taxes { get; init; }

    public required string TenantId { get; init; }

    public required decimal Total { get; init; }

    public required decimal TotalDiscount { get; init; }

    public required decimal TotalPrepaidCreditsApplied { get; init; }

    public required decimal TotalTax { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset? VoidedAt { get; init; }

    /// <summary>When it was given up because its customer was deleted.</summary>
    [FlexPriceExtension]
    public required DateTimeOffset? WrittenOffAt { get; init; }

    public static InvoiceResponse Of(InvoiceView view, Customer? customer) => Of(view.Invoice, view.Document) with
    {
        Customer = customer is null ? null : CustomerResponse.Of(customer),
        Payments = [.. view.Document.Payments.Select(InvoicePaymentResponse.Of)],
    };

    public static InvoiceResponse InList(Invoice invoice) => Of(invoice, InvoiceDocument.Of(invoice));

    private static InvoiceResponse Of(Invoice invoice, InvoiceDocument document) => new()
    {
        AdjustmentAmount = 0,
        AmountDue = invoice.Amounts.Due,
        AmountPaid = invoice.Amounts.Paid,
        AmountRemaining = invoice.Amounts.Remaining,
        BillingReason = WireName.Of(invoice.BillingReason),
        BillTo = BillToResponse.Of(document.BillTo),
        CouponApplications = [],
        CreatedAt = invoice.CreatedAt,
        CreatedBy = invoice.CreatedBy,
        Currency = invoice.Currency,
        Customer = null,
        CustomerId = invoice.CustomerId?.Value,
        DeletionId = invoice.DeletionId?.Value,
        Description = document.Description,
        DueDate = invoice.DueDate,
        EnvironmentId = invoice.EnvironmentId.Value,
        FinalizedAt = invoice.FinalizedAt,
        Id = invoice.Id.Value,
        InvoiceNumber = invoice.InvoiceNumber,
        InvoiceStatus = WireName.Of(invoice.Status),
        InvoiceType = WireName.Of(invoice.Type),
        IssuingCountry = invoice.IssuingCountry,
        LineItems = [.. document.Lines.Select(line => InvoiceLineResponse.Of(invoice, line))],
        Metadata = document.Metadata,
        OverpaidAmount = Math.Max(0, invoice.Amounts.Paid - invoice.Amounts.Due),
        PaidAt = invoice.PaidAt,
        PaymentStatus = WireName.Of(invoice.PaymentStatus),
        Payments = null,
        PeriodEnd = invoice.PeriodEnd,
        PeriodStart = invoice.PeriodStart,
        RefundedAmount = 0,
        RetainedUntil = invoice.RetainedUntil,
        Status = "published",
        SubscriptionId = invoice.SubscriptionId?.Value,
        Subtotal = invoice.Amounts.Subtotal,
        Taxes = [],
        TenantId = invoice.TenantId.Value,
        Total = invoice.Amounts.Total,
        TotalDiscount = 0,
        TotalPrepaidCreditsApplied = 0,
        TotalTax = invoice.Amounts.Tax,
        UpdatedAt = invoice.UpdatedAt,
        UpdatedBy = invoice.UpdatedBy,
        Version = invoice.Version,
        VoidedAt = invoice.VoidedAt,
        WrittenOffAt = invoice.WrittenOffAt,
    };
}
