using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Subscriptions.SearchSubscriptions;

internal sealed class SearchSubscriptionsValidator : AbstractValidator<SearchSubscriptionsQuery>
{
    public SearchSubscriptionsValidator()
    {
        RuleFor(query => query.SubscriptionIds).ShortList("subscription_ids");
        RuleFor(query => query.Statuses)
            .Must(statuses => statuses is null || statuses.All(status => status is not null && SubscriptionStatuses.ByName.ContainsKey(status)))
            .OverridePropertyName("subscription_status")
            .WithMessage($"subscription_status must be a list of: {string.Join(", ", SubscriptionStatuses.ByName.Keys)}.");
        RuleFor(query => query.Paging).Inline(new PagingValidator());
    }
}
