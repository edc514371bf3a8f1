using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Retention;

/// <summary>Money that came in for an invoice.</summary>
/// <param name="Id">The payment.</param>
/// <param name="Amount">How much.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record DocumentPayment(InvoicePaymentId Id, decimal Amount, DateTimeOffset RecordedAt)
{
    internal static DocumentPayment Of(InvoicePayment payment) => new(payment.Id, payment.Amount, payment.RecordedAt);
}
