using FlexPrice.Application.Retention;

namespace FlexPrice.Api.Invoices;

/// <summary>Money that came in for an invoice.</summary>
/// <param name="Id">The payment.</param>
/// <param name="Amount">How much.</param>
/// <param name="RecordedAt">When it was recorded.</param>
internal sealed record InvoicePaymentResponse(string Id, decimal Amount, DateTimeOffset RecordedAt)
{
    public static InvoicePaymentResponse Of(DocumentPayment payment) => new(payment.Id.Value, payment.Amount, payment.RecordedAt);
}
