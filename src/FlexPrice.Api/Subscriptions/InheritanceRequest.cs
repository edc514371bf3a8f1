namespace FlexPrice.Api.Subscriptions;

/// <summary>Where a new subscription comes from.</summary>
/// <param name="ParentSubscriptionId">The subscription that it is inherited from.</param>
internal sealed record InheritanceRequest(string? ParentSubscriptionId);
