namespace FlexPrice.Api.Deletions;

/// <summary>How it is known that a refund was paid.</summary>
internal sealed record ConfirmRecipientRequest
{
    /// <summary>Required, for example the number of the payment. It is kept as evidence and must name nobody.</summary>
    public string? Evidence { get; init; }
}
