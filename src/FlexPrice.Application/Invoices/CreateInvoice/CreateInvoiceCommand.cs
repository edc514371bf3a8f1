using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices.CreateInvoice;

/// <summary>Makes an invoice. Single charges, credits and invoices over nothing are issued at once, the others are drafts.</summary>
[RequiresPermission(Permission.InvoiceWrite)]
public sealed record CreateInvoiceCommand : ICommand<CommandResult<InvoiceId>>
{
    /// <summary>Whose it is. Required; our id wins over the tenant's.</summary>
    public CustomerReference Customer { get; init; } = new(null);

    /// <summary>The customer's subscription that it bills. Required for SUBSCRIPTION.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>ONE_OFF (default), SUBSCRIPTION or CREDIT.</summary>
    public string? InvoiceType { get; init; }

    /// <summary>MANUAL (default), SUBSCRIPTION_CREATE, SUBSCRIPTION_CYCLE, SUBSCRIPTION_UPDATE or PRORATION.</summary>
    public string? BillingReason { get; init; }

    /// <summary>ISO 4217 code. Required.</summary>
    public string? Currency { get; init; }

    /// <summary>What is to be paid. Required.</summary>
    public decimal? AmountDue { get; init; }

    /// <summary>The sum with tax: <see cref="Subtotal"/> plus <see cref="TotalTax"/>. Required.</summary>
    public decimal? Total { get; init; }

    /// <summary>The sum before tax. Required.</summary>
    public decimal? Subtotal { get; init; }

    /// <summary>The tax in the total. Default 0.</summary>
    public decimal? TotalTax { get; init; }

    /// <summary>At most 1,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>When it is to be paid.</summary>
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>When the period that it bills begins.</summary>
    public DateTimeOffset? PeriodStart { get; init; }

    /// <summary>When the period that it bills ends.</summary>
    public DateTimeOffset? PeriodEnd { get; init; }

    /// <summary>The tenant's own pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>What it bills; the amounts make <see cref="AmountDue"/>.</summary>
    public IReadOnlyList<InvoiceLineToCreate>? LineItems { get; init; }
}
