using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>Which payment status follows from which, and with which amount.</summary>
internal static class PaymentRules
{
    /// <summary>Checks a new payment status.</summary>
    /// <param name="current">The payment status it has.</param>
    /// <param name="amounts">The money.</param>
    /// <param name="next">The new one.</param>
    /// <param name="paidSoFar">The total amount received; null for the amount that follows from the status.</param>
    /// <returns>Null, or why it is refused.</returns>
    public static Error? Check(PaymentStatus current, InvoiceAmounts amounts, PaymentStatus next, decimal? paidSoFar)
    {
        if (!CanBecome(current, next))
        {
            return InvoiceErrors.InvalidTransition(current);
        }

        return WrongAmount(amounts, next, paidSoFar) is { } fix ? InvoiceErrors.WrongAmount(fix) : null;
    }

    private static bool CanBecome(PaymentStatus current, PaymentStatus next) => current switch
    {
        PaymentStatus.Pending or PaymentStatus.Failed => next is PaymentStatus.Pending or PaymentStatus.Succeeded or PaymentStatus.Overpaid or PaymentStatus.Failed,
        PaymentStatus.Succeeded => next is PaymentStatus.Succeeded or PaymentStatus.Overpaid,
        _ => false,
    };

    private static string? WrongAmount(InvoiceAmounts amounts, PaymentStatus next, decimal? paidSoFar) => next switch
    {
        PaymentStatus.Succeeded when paidSoFar is { } all && all != amounts.Due => "SUCCEEDED means paid in full: leave amount out. For a part send PENDING with what was paid so far, for more send OVERPAID.",
        PaymentStatus.Overpaid when paidSoFar is null || paidSoFar <= amounts.Due => "OVERPAID needs what was paid altogether, which is more than amount_due.",
        PaymentStatus.Pending when paidSoFar is { } part && (part < amounts.Paid || part >= amounts.Due) => "PENDING takes what was paid so far altogether: not less than before, and less than amount_due.",
        PaymentStatus.Failed when paidSoFar is not null => "FAILED takes no amount: what was paid before stays.",
        _ => null,
    };
}
