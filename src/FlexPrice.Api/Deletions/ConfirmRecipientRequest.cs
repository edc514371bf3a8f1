namespace FlexPrice.Api.Deletions;

/// <summary>How it is known that a refund was paid.</summary>
internal sealed record ConfirmRecipientRequest
{
    /// <summary>Required, for example the number of the payment. It is stored as evidence and must contain no personal data.</summary>
    public string? Evidence { get; init; }
}
