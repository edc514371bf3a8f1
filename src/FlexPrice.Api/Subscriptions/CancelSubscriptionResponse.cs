using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Api.Subscriptions;

/// <summary>What became of a subscription that was cancelled.</summary>
internal sealed record CancelSubscriptionResponse
{
    public required string? CancellationType { get; init; }

    public required DateTimeOffset? EffectiveDate { get; init; }

    public required string Message { get; init; }

    public required DateTimeOffset ProcessedAt { get; init; }

    public required IReadOnlyList<object> ProrationDetails { get; init; }

    public object? ProrationInvoice { get; init; }

    public required string? Reason { get; init; }

    public required string Status { get; init; }

    public required string SubscriptionId { get; init; }

    public required decimal TotalCreditAmount { get; init; }

    public static CancelSubscriptionResponse Of(Subscription subscription, CancelSubscriptionRequest request) => new()
    {
        CancellationType = request.CancellationType,
        EffectiveDate = subscription.CancelAt,
        Message = subscription.Status == SubscriptionStatus.Cancelled
            ? "Subscription cancelled successfully"
            : "Subscription will be cancelled at the end of the current period",
        ProcessedAt = subscription.UpdatedAt,
        ProrationDetails = [],
        Reason = request.Reason is { } reason ? Error.Echo(reason) : null,
        Status = WireName.Of(subscription.Status),
        SubscriptionId = subscription.Id.Value,
        TotalCreditAmount = 0,
    };
}
