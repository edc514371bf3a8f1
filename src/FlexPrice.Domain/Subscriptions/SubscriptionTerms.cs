using FlexPrice.Domain.Customers;

namespace FlexPrice.Domain.Subscriptions;

/// <summary>What is agreed when a subscription is made.</summary>
/// <param name="PlanId">The plan, 1 to 50 characters.</param>
/// <param name="Currency">ISO 4217 code in lower case.</param>
/// <param name="Period">How long one period is.</param>
/// <param name="PeriodCount">How many periods are billed at once, 1 or more.</param>
/// <param name="StartDate">When it begins, UTC.</param>
/// <param name="EndDate">The end date, UTC; null for none.</param>
/// <param name="InvoicingCustomerId">The payer, if it is not the customer.</param>
/// <param name="ParentSubscriptionId">The subscription that this one is inherited from; null for none.</param>
/// <param name="Metadata">The tenant's own pairs.</param>
public sealed record SubscriptionTerms(
    string PlanId,
    string Currency,
    BillingPeriod Period,
    int PeriodCount,
    DateTimeOffset StartDate,
    DateTimeOffset? EndDate,
    CustomerId? InvoicingCustomerId,
    SubscriptionId? ParentSubscriptionId,
    IReadOnlyDictionary<string, string>? Metadata);
