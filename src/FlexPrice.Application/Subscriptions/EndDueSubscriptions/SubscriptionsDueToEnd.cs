using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.EndDueSubscriptions;

/// <summary>Subscriptions that have not ended although their end has come.</summary>
internal sealed class SubscriptionsDueToEnd : Specification<Subscription>
{
    public SubscriptionsDueToEnd(DateTimeOffset now, int limit) => Query
        .Where(subscription => subscription.Status != SubscriptionStatus.Cancelled
            && ((subscription.CancelAt != null && subscription.CancelAt <= now) || (subscription.EndDate != null && subscription.EndDate <= now)))
        .OrderBy(subscription => subscription.Id)
        .Take(limit);
}
