namespace FlexPrice.Api.Subscriptions;

/// <summary>How a subscription is cancelled.</summary>
internal sealed record CancelSubscriptionRequest
{
    /// <summary>immediate or end_of_period.</summary>
    public string? CancellationType { get; init; }

    /// <summary>Said again in the answer, and not kept.</summary>
    public string? Reason { get; init; }
}
