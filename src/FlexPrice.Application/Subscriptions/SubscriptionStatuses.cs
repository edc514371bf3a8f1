using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions;

/// <summary>FlexPrice's words for the states of a subscription.</summary>
internal static class SubscriptionStatuses
{
    public const string Active = "active";

    public static IReadOnlyDictionary<string, SubscriptionStatus> ByName { get; } = new Dictionary<string, SubscriptionStatus>(StringComparer.Ordinal)
    {
        [Active] = SubscriptionStatus.Active,
        ["paused"] = SubscriptionStatus.Paused,
        ["cancelled"] = SubscriptionStatus.Cancelled,
        ["incomplete"] = SubscriptionStatus.Incomplete,
        ["trialing"] = SubscriptionStatus.Trialing,
        ["draft"] = SubscriptionStatus.Draft,
    };
}
