using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions;

/// <summary>The subscription with an id, without its line items.</summary>
internal sealed class SubscriptionById : Specification<Subscription>
{
    public SubscriptionById(SubscriptionId id) => Query.Where(subscription => subscription.Id == id);
}
