using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>The id of a payment of an invoice: <c>pay_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct InvoicePaymentId(string Value) : ITypedId<InvoicePaymentId>
{
    /// <inheritdoc />
    public static string Prefix => "pay";

    /// <inheritdoc />
    public static InvoicePaymentId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
