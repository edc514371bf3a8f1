using FlexPrice.Api.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Api.Subscriptions;

/// <summary>A subscription: every key that FlexPrice's SDK declares, null for what this product does not have.</summary>
internal sealed record SubscriptionResponse
{
    public string? ActivePauseId { get; init; }

    public required DateTimeOffset BillingAnchor { get; init; }

    public required string BillingCadence { get; init; }

    public required string BillingCycle { get; init; }

    public required string BillingPeriod { get; init; }

    public required int BillingPeriodCount { get; init; }

    public required DateTimeOffset? CancelAt { get; init; }

    public required bool CancelAtPeriodEnd { get; init; }

    public required DateTimeOffset? CancelledAt { get; init; }

    public string? CollectionMethod { get; init; }

    public string? CommitmentAmount { get; init; }

    public string? CommitmentDuration { get; init; }

    public required IReadOnlyList<object> CouponAssociations { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required IReadOnlyList<object> CreditGrants { get; init; }

    public required string Currency { get; init; }

    public required DateTimeOffset CurrentPeriodEnd { get; init; }

    public required DateTimeOffset CurrentPeriodStart { get; init; }

    /// <summary>Present where one subscription is answered, null in lists.</summary>
    public required CustomerResponse? Customer { get; init; }

    public required string CustomerId { get; init; }

    public required string? CustomerTimezone { get; init; }

    public required bool EnableTrueUp { get; init; }

    public required DateTimeOffset? EndDate { get; init; }

    public required string EnvironmentId { get; init; }

    public string? GatewayPaymentMethodId { get; init; }

    public required string Id { get; init; }

    public required string? InvoicingCustomerId { get; init; }

    public object? LatestInvoice { get; init; }

    public required IReadOnlyList<LineItemResponse> LineItems { get; init; }

    public string? LookupKey { get; init; }

    public required IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public string? OverageFactor { get; init; }

    public required string? ParentSubscriptionId { get; init; }

    public required string PauseStatus { get; init; }

    public required IReadOnlyList<object> Pauses { get; init; }

    public string? PaymentBehavior { get; init; }

    public string? PaymentTerms { get; init; }

    public required IReadOnlyList<object> Phases { get; init; }

    public object? Plan { get; init; }

    public required string PlanId { get; init; }

    public required string ProrationBehavior { get; init; }

    public required DateTimeOffset StartDate { get; init; }

    public required string Status { get; init; }

    public required string SubscriptionStatus { get; init; }

    public required string TenantId { get; init; }

    public DateTimeOffset? TrialEnd { get; init; }

    public DateTimeOffset? TrialStart { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public required long Version { get; init; }

    public static SubscriptionResponse Of(Subscription subscription, Customer? customer) => new()
    {
        BillingAnchor = subscription.StartDate,
        BillingCadence = "RECURRING",
        BillingCycle = "anniversary",
        BillingPeriod = WireName.Of(subscription.BillingPeriod),
        BillingPeriodCount = subscription.BillingPeriodCount,
        CancelAt = subscription.CancelAt,
        CancelAtPeriodEnd = subscription.CancelAtPeriodEnd,
        CancelledAt = subscription.CancelledAt,
        CouponAssociations = [],
        CreatedAt = subscription.CreatedAt,
        CreatedBy = subscription.CreatedBy,
        CreditGrants = [],
        Currency = subscription.Currency,
        CurrentPeriodEnd = subscription.CurrentPeriodEnd,
        CurrentPeriodStart = subscription.CurrentPeriodStart,
        Customer = customer is null ? null : CustomerResponse.Of(customer),
        CustomerId = subscription.CustomerId.Value,
        CustomerTimezone = customer?.Timezone,
        EnableTrueUp = false,
        EndDate = subscription.EndDate,
        EnvironmentId = subscription.EnvironmentId.Value,
        Id = subscription.Id.Value,
        InvoicingCustomerId = subscription.InvoicingCustomerId?.Value,
        LineItems = [.. subscription.LineItems.Select(item => LineItemResponse.Of(subscription, item))],
        Metadata = subscription.Metadata,
        ParentSubscriptionId = subscription.ParentSubscriptionId?.Value,
        PauseStatus = "none",
        Pauses = [],
        Phases = [],
        PlanId = subscription.PlanId,
        ProrationBehavior = "none",
        StartDate = subscription.StartDate,
        Status = "published",
        SubscriptionStatus = WireName.Of(subscription.Status),
        TenantId = subscription.TenantId.Value,
        UpdatedAt = subscription.UpdatedAt,
        UpdatedBy = subscription.UpdatedBy,
        Version = subscription.Version,
    };
}
