namespace FlexPrice.Api.Deletions;

/// <summary>The reason for waiving a recipient.</summary>
internal sealed record WaiveRecipientRequest
{
    /// <summary>Required. It is stored as evidence and must contain no personal data.</summary>
    public string? Reason { get; init; }
}
