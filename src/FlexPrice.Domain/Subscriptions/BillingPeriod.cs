using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Subscriptions;

/// <summary>How long one billing period is.</summary>
[EnumNames(wire: NameStyle.UpperSnake, stored: NameStyle.Snake)]
public enum BillingPeriod
{
    /// <summary>One month.</summary>
    Monthly,

    /// <summary>One year.</summary>
    Annual,

    /// <summary>Seven days.</summary>
    Weekly,

    /// <summary>One day.</summary>
    Daily,

    /// <summary>Three months.</summary>
    Quarterly,

    /// <summary>Six months.</summary>
    HalfYearly,
}
