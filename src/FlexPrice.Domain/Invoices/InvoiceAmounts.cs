namespace FlexPrice.Domain.Invoices;

/// <summary>The money of an invoice, in its currency.</summary>
public sealed record InvoiceAmounts
{
    /// <summary>The sum before tax, 0 or more.</summary>
    public decimal Subtotal { get; init; }

    /// <summary>The sum with tax: subtotal and tax, 0 or more.</summary>
    public decimal Total { get; init; }

    /// <summary>The tax in <see cref="Total"/>, 0 or more.</summary>
    public decimal Tax { get; init; }

    /// <summary>What is to be paid, 0 or more.</summary>
    public decimal Due { get; init; }

    /// <summary>What was paid.</summary>
    public decimal Paid { get; init; }

    /// <summary>What is left to pay, also of an invoice that was voided or written off.</summary>
    public decimal Remaining { get; init; }

    /// <summary>The money of an invoice for which nothing was paid yet.</summary>
    /// <param name="subtotal">The sum before tax.</param>
    /// <param name="total">The sum with tax: subtotal and tax.</param>
    /// <param name="tax">The tax in the total.</param>
    /// <param name="due">What is to be paid.</param>
    public static InvoiceAmounts Unpaid(decimal subtotal, decimal total, decimal tax, decimal due) =>
        new() { Subtotal = subtotal, Total = total, Tax = tax, Due = due, Remaining = due };

    /// <summary>The same after so much was paid altogether.</summary>
    /// <param name="paid">What was paid.</param>
    public InvoiceAmounts After(decimal paid) => this with { Paid = paid, Remaining = Math.Max(0, Due - paid) };
}
