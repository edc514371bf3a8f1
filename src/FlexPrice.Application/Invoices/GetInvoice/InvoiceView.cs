using FlexPrice.Application.Retention;
using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Invoices.GetInvoice;

/// <summary>An invoice with what it says about persons.</summary>
/// <param name="Invoice">What is stored in clear.</param>
/// <param name="Document">The rest; opened from its seal when the invoice is retained, and empty when the seal is gone.</param>
public sealed record InvoiceView(Invoice Invoice, InvoiceDocument Document);
