using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Api.Subscriptions;

/// <summary>One thing that a new subscription bills.</summary>
internal sealed record LineItemRequest
{
    public string? PriceId { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>Default 1.</summary>
    public decimal? Quantity { get; init; }

    public LineItemTerms ToTerms() => new(PriceId ?? "", DisplayName ?? "", Quantity ?? 1);
}
