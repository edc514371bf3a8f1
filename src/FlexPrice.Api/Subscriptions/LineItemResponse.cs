using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Api.Subscriptions;

/// <summary>One thing that a subscription bills: every key that FlexPrice's SDK declares.</summary>
internal sealed record LineItemResponse
{
    public required string BillingPeriod { get; init; }

    public required int BillingPeriodCount { get; init; }

    public string? CommitmentAmount { get; init; }

    public string? CommitmentDuration { get; init; }

    public string? CommitmentOverageFactor { get; init; }

    public string? CommitmentQuantity { get; init; }

    public bool? CommitmentTrueUpEnabled { get; init; }

    public string? CommitmentType { get; init; }

    public bool? CommitmentWindowed { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required string Currency { get; init; }

    public required string CustomerId { get; init; }

    public required string DisplayName { get; init; }

    public required DateTimeOffset? EndDate { get; init; }

    public required string EntityId { get; init; }

    public required string EntityType { get; init; }

    public required string EnvironmentId { get; init; }

    public required string Id { get; init; }

    public string? InvoiceCadence { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public string? MeterDisplayName { get; init; }

    public string? MeterId { get; init; }

    public string? PlanDisplayName { get; init; }

    public object? Price { get; init; }

    public required string PriceId { get; init; }

    public string? PriceType { get; init; }

    public string? PriceUnit { get; init; }

    public string? PriceUnitId { get; init; }

    public required decimal Quantity { get; init; }

    public required DateTimeOffset StartDate { get; init; }

    public required string Status { get; init; }

    public required string SubscriptionId { get; init; }

    public string? SubscriptionPhaseId { get; init; }

    public required string TenantId { get; init; }

    public long? TrialPeriod { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public static LineItemResponse Of(Subscription subscription, SubscriptionLineItem item) => new()
    {
        BillingPeriod = WireName.Of(subscription.BillingPeriod),
        BillingPeriodCount = subscription.BillingPeriodCount,
        CreatedAt = subscription.CreatedAt,
        CreatedBy = subscription.CreatedBy,
        Currency = subscription.Currency,
        CustomerId = subscription.CustomerId.Value,
        DisplayName = item.DisplayName,
        EndDate = subscription.EndDate,
        EntityId = subscription.PlanId,
        EntityType = "plan",
        EnvironmentId = item.EnvironmentId.Value,
        Id = item.Id.Value,
        PriceId = item.PriceId,
        Quantity = item.Quantity,
        StartDate = subscription.StartDate,
        Status = "published",
        SubscriptionId = subscription.Id.Value,
        TenantId = item.TenantId.Value,
        UpdatedAt = subscription.UpdatedAt,
        UpdatedBy = subscription.UpdatedBy,
    };
}
