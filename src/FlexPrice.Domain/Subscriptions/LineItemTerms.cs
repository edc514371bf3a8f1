namespace FlexPrice.Domain.Subscriptions;

/// <summary>One thing that a subscription bills.</summary>
/// <param name="PriceId">The price, 1 to 50 characters.</param>
/// <param name="DisplayName">What an invoice calls it, at most 255 characters.</param>
/// <param name="Quantity">How many, more than 0.</param>
public sealed record LineItemTerms(string PriceId, string DisplayName, decimal Quantity);
