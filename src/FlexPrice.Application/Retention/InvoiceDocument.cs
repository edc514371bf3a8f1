using FlexPrice.Domain.Invoices;

namespace FlexPrice.Application.Retention;

/// <summary>The personal content of an invoice.</summary>
/// <param name="BillTo">The addressee.</param>
/// <param name="Description">The tenant's description.</param>
/// <param name="Metadata">The tenant's own pairs.</param>
/// <param name="Lines">What it bills, in its order.</param>
/// <param name="Payments">What was paid, the oldest first.</param>
public sealed record InvoiceDocument(
    BillTo BillTo,
    string Description,
    IReadOnlyDictionary<string, string>? Metadata,
    IReadOnlyList<DocumentLine> Lines,
    IReadOnlyList<DocumentPayment> Payments)
{
    /// <summary>A document of which nothing can be known any more.</summary>
    public static InvoiceDocument Empty { get; } = new(BillTo.Empty, "", Metadata: null, [], []);

    /// <summary>The document of an invoice that was loaded with its lines and payments.</summary>
    /// <param name="invoice">The invoice.</param>
    public static InvoiceDocument Of(Invoice invoice) => new(
        invoice.BillTo,
        invoice.Description,
        invoice.Metadata,
        [.. invoice.LineItems.OrderBy(line => line.Position).Select(DocumentLine.Of)],
        [.. invoice.Payments.OrderBy(payment => payment.RecordedAt).ThenBy(payment => payment.Id.Value, StringComparer.Ordinal).Select(DocumentPayment.Of)]);
}
