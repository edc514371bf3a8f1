using FlexPrice.Api.Documentation;

namespace FlexPrice.Api.Subscriptions;

/// <summary>What changes about a subscription.</summary>
internal sealed record UpdateSubscriptionRequest
{
    /// <summary>The payer; an empty string for the customer itself.</summary>
    [FlexPriceExtension]
    public string? InvoicingCustomerId { get; init; }
}
