using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.SearchSubscriptions;

/// <summary>Subscriptions that match a search, the newest first, with their line items.</summary>
internal sealed class SubscriptionsMatching : Specification<Subscription>
{
    public SubscriptionsMatching(SearchSubscriptionsQuery query, CustomerId? holderOfExternalId)
    {
        if (!string.IsNullOrEmpty(query.CustomerId))
        {
            // An id of another kind matches no customer.
            var customer = query.CustomerId.Id<CustomerId>();
            Query.Where(subscription => subscription.CustomerId == customer);
        }

        if (holderOfExternalId is { } holder)
        {
            Query.Where(subscription => subscription.CustomerId == holder);
        }

        if (query.SubscriptionIds is { Count: > 0 } subscriptionIds)
        {
            var ids = subscriptionIds.Ids<SubscriptionId>();
            Query.Where(subscription => ids.Contains(subscription.Id));
        }

        if (query.InvoicingCustomerIds is { Count: > 0 } payerIds)
        {
            var payers = payerIds.Ids<CustomerId>().ConvertAll(id => (CustomerId?)id);
            Query.Where(subscription => payers.Contains(subscription.InvoicingCustomerId));
        }

        if (query.ParentSubscriptionIds is { Count: > 0 } parentIds)
        {
            var parents = parentIds.Ids<SubscriptionId>().ConvertAll(id => (SubscriptionId?)id);
            Query.Where(subscription => parents.Contains(subscription.ParentSubscriptionId));
        }

        if (!string.IsNullOrEmpty(query.PlanId))
        {
            Query.Where(subscription => subscription.PlanId == query.PlanId);
        }

        if (query.BillingPeriods is { Count: > 0 } periodNames)
        {
            var periods = periodNames.Distinct(WireName.Parse<BillingPeriod>);
            Query.Where(subscription => periods.Contains(subscription.BillingPeriod));
        }

        var statuses = query.Statuses is { Count: > 0 } named
            ? named.Distinct(WireName.Parse<SubscriptionStatus>)
            : [SubscriptionStatus.Active];
        Query.Where(subscription => statuses.Contains(subscription.Status))
            .Include(subscription => subscription.LineItems)
            .OrderByDescending(subscription => subscription.CreatedAt)
            .ThenByDescending(subscription => subscription.Id)
            .Skip(query.Paging.Offset)
            .Take(query.Paging.EffectiveLimit)
            .AsNoTracking();
    }
}
