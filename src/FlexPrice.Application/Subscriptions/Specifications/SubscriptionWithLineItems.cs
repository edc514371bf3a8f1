using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions;

/// <summary>The subscription with an id and what it bills, to be read only.</summary>
internal sealed class SubscriptionWithLineItems : Specification<Subscription>
{
    public SubscriptionWithLineItems(SubscriptionId id) =>
        Query.Where(subscription => subscription.Id == id).Include(subscription => subscription.LineItems).AsNoTracking();
}
