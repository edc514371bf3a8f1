namespace FlexPrice.Domain.Subscriptions;

/// <summary>FlexPrice's <c>subscription_status</c>. Only a cancelled subscription has ended.</summary>
public enum SubscriptionStatus
{
    /// <summary>Running and billed.</summary>
    Active,

    /// <summary>Held for a while.</summary>
    Paused,

    /// <summary>Ended for good.</summary>
    Cancelled,

    /// <summary>Waiting for its first payment.</summary>
    Incomplete,

    /// <summary>In its trial period.</summary>
    Trialing,

    /// <summary>Not started.</summary>
    Draft,
}
