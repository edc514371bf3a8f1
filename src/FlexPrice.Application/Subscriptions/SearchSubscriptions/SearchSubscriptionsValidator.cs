using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Subscriptions.SearchSubscriptions;

internal sealed class SearchSubscriptionsValidator : AbstractValidator<SearchSubscriptionsQuery>
{
    public SearchSubscriptionsValidator()
    {
        RuleFor(query => query.SubscriptionIds).ShortList("subscription_ids");
        RuleFor(query => query.InvoicingCustomerIds).ShortList("invoicing_customer_ids");
        RuleFor(query => query.ParentSubscriptionIds).ShortList("parent_subscription_ids");
        RuleFor(query => query.BillingPeriods)
            .Must(periods => periods is null || periods.All(period => period is not null && BillingPeriods.ByName.ContainsKey(period)))
            .OverridePropertyName("billing_period")
            .WithMessage($"billing_period must be a list of: {string.Join(", ", BillingPeriods.ByName.Keys)}.");
        RuleFor(query => query.Statuses)
            .Must(statuses => statuses is null || statuses.All(status => status is not null && SubscriptionStatuses.ByName.ContainsKey(status)))
            .OverridePropertyName("subscription_status")
            .WithMessage($"subscription_status must be a list of: {string.Join(", ", SubscriptionStatuses.ByName.Keys)}.");
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }
}
