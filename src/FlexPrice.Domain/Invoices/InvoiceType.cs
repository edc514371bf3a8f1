using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>What an invoice is for.</summary>
[EnumNames(wire: NameStyle.UpperSnake, stored: NameStyle.Snake)]
public enum InvoiceType
{
    /// <summary>A period of a subscription; it is a draft at first.</summary>
    Subscription,

    /// <summary>A single charge; it finalizes itself.</summary>
    OneOff,

    /// <summary>Credits; it finalizes itself.</summary>
    Credit,
}
