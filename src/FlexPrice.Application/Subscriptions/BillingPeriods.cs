using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions;

/// <summary>FlexPrice's words for billing periods.</summary>
internal static class BillingPeriods
{
    public static IReadOnlyDictionary<string, BillingPeriod> ByName { get; } = new Dictionary<string, BillingPeriod>(StringComparer.Ordinal)
    {
        ["MONTHLY"] = BillingPeriod.Monthly,
        ["ANNUAL"] = BillingPeriod.Annual,
        ["WEEKLY"] = BillingPeriod.Weekly,
        ["DAILY"] = BillingPeriod.Daily,
        ["QUARTERLY"] = BillingPeriod.Quarterly,
        ["HALF_YEARLY"] = BillingPeriod.HalfYearly,
    };
}
