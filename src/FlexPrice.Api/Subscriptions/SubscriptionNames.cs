using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Api.Subscriptions;

/// <summary>What the values of subscriptions are called on the wire.</summary>
internal static class SubscriptionNames
{
    public static string Of(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Active => "active",
        SubscriptionStatus.Paused => "paused",
        SubscriptionStatus.Cancelled => "cancelled",
        SubscriptionStatus.Incomplete => "incomplete",
        SubscriptionStatus.Trialing => "trialing",
        SubscriptionStatus.Draft => "draft",
    };

    public static string Of(BillingPeriod period) => period switch
    {
        BillingPeriod.Monthly => "MONTHLY",
        BillingPeriod.Annual => "ANNUAL",
        BillingPeriod.Weekly => "WEEKLY",
        BillingPeriod.Daily => "DAILY",
        BillingPeriod.Quarterly => "QUARTERLY",
        BillingPeriod.HalfYearly => "HALF_YEARLY",
    };
}
