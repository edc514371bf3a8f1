using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>The id of an invoice: <c>inv_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct InvoiceId(string Value) : ITypedId<InvoiceId>
{
    /// <inheritdoc />
    public static string Prefix => "inv";

    /// <inheritdoc />
    public static InvoiceId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
