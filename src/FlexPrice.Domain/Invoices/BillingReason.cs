using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>Why an invoice was made.</summary>
[EnumNames(wire: NameStyle.UpperSnake, stored: NameStyle.Snake)]
public enum BillingReason
{
    /// <summary>Created by hand.</summary>
    Manual,

    /// <summary>A subscription was made.</summary>
    SubscriptionCreate,

    /// <summary>A period of a subscription ended.</summary>
    SubscriptionCycle,

    /// <summary>A subscription was changed.</summary>
    SubscriptionUpdate,

    /// <summary>A part of a period.</summary>
    Proration,
}
