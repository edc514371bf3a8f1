using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>The id of a line of an invoice: <c>inv_line_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct InvoiceLineItemId(string Value) : ITypedId<InvoiceLineItemId>
{
    /// <inheritdoc />
    public static string Prefix => "inv_line";

    /// <inheritdoc />
    public static InvoiceLineItemId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
