namespace FlexPrice.Api.Deletions;

/// <summary>Why a recipient need not be told.</summary>
internal sealed record WaiveRecipientRequest
{
    /// <summary>Required. It is kept as evidence and must name nobody.</summary>
    public string? Reason { get; init; }
}
