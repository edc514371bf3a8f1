using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices.SearchInvoices;

/// <summary>Lists invoices, the newest first. Retained ones are never listed.</summary>
[RequiresPermission(Permission.InvoiceRead)]
public sealed record SearchInvoicesQuery : IQuery<Result<Page<Invoice>>>
{
    /// <summary>Only of this customer, our id; an unknown one has none.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Only of this customer, the tenant's id.</summary>
    public string? ExternalCustomerId { get; init; }

    /// <summary>Only of this subscription.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Only these.</summary>
    public IReadOnlyList<string>? InvoiceIds { get; init; }

    /// <summary>Only in these states.</summary>
    public IReadOnlyList<string>? Statuses { get; init; }

    /// <summary>Only with these payment states.</summary>
    public IReadOnlyList<string>? PaymentStatuses { get; init; }

    /// <summary>Only of this type.</summary>
    public string? InvoiceType { get; init; }

    /// <summary>Only with more than this to pay.</summary>
    public decimal? AmountDueAbove { get; init; }

    /// <summary>Only with more than this left to pay.</summary>
    public decimal? AmountRemainingAbove { get; init; }

    /// <summary>Whether the lines are left out.</summary>
    public bool SkipLineItems { get; init; }

    /// <summary>Which page.</summary>
    public Paging Paging { get; init; } = new(0, 0);
}
