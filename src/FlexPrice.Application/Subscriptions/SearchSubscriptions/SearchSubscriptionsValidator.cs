using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;
using FluentValidation;

namespace FlexPrice.Application.Subscriptions.SearchSubscriptions;

internal sealed class SearchSubscriptionsValidator : AbstractValidator<SearchSubscriptionsQuery>
{
    public SearchSubscriptionsValidator()
    {
        RuleFor(query => query.SubscriptionIds).Ids("subscription_ids");
        RuleFor(query => query.InvoicingCustomerIds).Ids("invoicing_customer_ids");
        RuleFor(query => query.ParentSubscriptionIds).Ids("parent_subscription_ids");
        RuleFor(query => query.CustomerId).Text("customer_id", RequestLimits.Text);
        RuleFor(query => query.ExternalCustomerId).Text("external_customer_id", RequestLimits.Text);
        RuleFor(query => query.PlanId).Text("plan_id", RequestLimits.Text);
        RuleFor(query => query.BillingPeriods).AllOneOf("billing_period", WireName.All<BillingPeriod>());
        RuleFor(query => query.Statuses).AllOneOf("subscription_status", WireName.All<SubscriptionStatus>());
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }
}
