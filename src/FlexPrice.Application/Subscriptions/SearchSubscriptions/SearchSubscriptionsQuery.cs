using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Subscriptions.SearchSubscriptions;

/// <summary>Lists subscriptions, the newest first. Without a status only active ones are listed (FlexPrice's rule).</summary>
/// <param name="CustomerId">Only of this customer, our id.</param>
/// <param name="ExternalCustomerId">Only of this customer, the tenant's id.</param>
/// <param name="SubscriptionIds">Only these.</param>
/// <param name="Statuses">Only in these states.</param>
/// <param name="Paging">Which page.</param>
[RequiresPermission(Permission.SubscriptionRead)]
public sealed record SearchSubscriptionsQuery(
    string? CustomerId,
    string? ExternalCustomerId,
    IReadOnlyList<string>? SubscriptionIds,
    IReadOnlyList<string>? Statuses,
    Paging Paging) : IQuery<Result<Page<Subscription>>>
{
    /// <summary>Only of this plan.</summary>
    public string? PlanId { get; init; }

    /// <summary>Only with one of these billing periods.</summary>
    public IReadOnlyList<string>? BillingPeriods { get; init; }

    /// <summary>Filters by subscriptions of other customers that one of these customers pays for.</summary>
    public IReadOnlyList<string>? InvoicingCustomerIds { get; init; }

    /// <summary>Only those that inherit from one of these.</summary>
    public IReadOnlyList<string>? ParentSubscriptionIds { get; init; }
}
