using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>How far an invoice has come.</summary>
[EnumNames(wire: NameStyle.UpperSnake, stored: NameStyle.Snake)]
public enum InvoiceStatus
{
    /// <summary>Can still change and has no number.</summary>
    Draft,

    /// <summary>Issued under a number.</summary>
    Finalized,

    /// <summary>Taken back. Its number stays taken.</summary>
    Voided,
}
