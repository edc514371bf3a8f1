using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices.RecordInvoicePayment;

/// <summary>Records what has come in for an invoice.</summary>
/// <param name="Id">The invoice.</param>
/// <param name="PaymentStatus">PENDING with a part, SUCCEEDED with all, OVERPAID with more, or FAILED. Required.</param>
/// <param name="Amount">The total amount paid so far; null for the amount that follows from the status.</param>
[RequiresPermission(Permission.InvoiceWrite)]
public sealed record RecordInvoicePaymentCommand(string Id, string? PaymentStatus, decimal? Amount) : ICommand<CommandResult<InvoiceId>>;
