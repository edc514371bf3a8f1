using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Subscriptions.SearchSubscriptions;

namespace FlexPrice.Api.Subscriptions;

/// <summary>Which subscriptions to list. Without subscription_status only active ones.</summary>
internal sealed record SearchSubscriptionsRequest
{
    public string? CustomerId { get; init; }

    public string? ExternalCustomerId { get; init; }

    public IReadOnlyList<string>? SubscriptionIds { get; init; }

    public IReadOnlyList<string>? SubscriptionStatus { get; init; }

    public string? PlanId { get; init; }

    public IReadOnlyList<string>? BillingPeriod { get; init; }

    public IReadOnlyList<string>? InvoicingCustomerIds { get; init; }

    public IReadOnlyList<string>? ParentSubscriptionIds { get; init; }

    public int Limit { get; init; }

    public int Offset { get; init; }

    public SearchSubscriptionsQuery ToQuery() => new(CustomerId, ExternalCustomerId, SubscriptionIds, SubscriptionStatus, new Paging(Limit, Offset))
    {
        PlanId = PlanId,
        BillingPeriods = BillingPeriod,
        InvoicingCustomerIds = InvoicingCustomerIds,
        ParentSubscriptionIds = ParentSubscriptionIds,
    };
}
