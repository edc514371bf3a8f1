using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>Whether an invoice is paid.</summary>
[EnumNames(wire: NameStyle.UpperSnake, stored: NameStyle.Snake)]
public enum PaymentStatus
{
    /// <summary>A payment was begun.</summary>
    Initiated,

    /// <summary>Nothing or a part is paid.</summary>
    Pending,

    /// <summary>A payment is under way.</summary>
    Processing,

    /// <summary>Paid in full, or there was nothing to pay.</summary>
    Succeeded,

    /// <summary>More was paid than was due.</summary>
    Overpaid,

    /// <summary>The last attempt failed, or the invoice was written off.</summary>
    Failed,

    /// <summary>What was paid went back.</summary>
    Refunded,

    /// <summary>A part of what was paid went back.</summary>
    PartiallyRefunded,

    /// <summary>The payment was taken back before it was made.</summary>
    Voided,
}
