using FlexPrice.Application.Retention;
using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Invoices.GetInvoice;

/// <summary>An invoice with its personal content.</summary>
/// <param name="Invoice">What is stored in clear.</param>
/// <param name="Document">The personal content; opened from its seal when the invoice is retained, and empty when the seal was destroyed.</param>
public sealed record InvoiceView(Invoice Invoice, InvoiceDocument Document);
