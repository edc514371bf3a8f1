using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Invoices.SearchInvoices;

namespace FlexPrice.Api.Invoices;

/// <summary>Which invoices to list. Retained ones are never listed.</summary>
internal sealed record SearchInvoicesRequest
{
    public string? CustomerId { get; init; }

    public string? ExternalCustomerId { get; init; }

    public string? SubscriptionId { get; init; }

    public IReadOnlyList<string>? InvoiceIds { get; init; }

    public IReadOnlyList<string>? InvoiceStatus { get; init; }

    public IReadOnlyList<string>? PaymentStatus { get; init; }

    public string? InvoiceType { get; init; }

    public decimal? AmountDueGt { get; init; }

    public decimal? AmountRemainingGt { get; init; }

    public bool SkipLineItems { get; init; }

    public int Limit { get; init; }

    public int Offset { get; init; }

    public SearchInvoicesQuery ToQuery() => new()
    {
        CustomerId = CustomerId,
        ExternalCustomerId = ExternalCustomerId,
        SubscriptionId = SubscriptionId,
        InvoiceIds = InvoiceIds,
        Statuses = InvoiceStatus,
        PaymentStatuses = PaymentStatus,
        InvoiceType = InvoiceType,
        AmountDueAbove = AmountDueGt,
        AmountRemainingAbove = AmountRemainingGt,
        SkipLineItems = SkipLineItems,
        Paging = new Paging(Limit, Offset),
    };
}
