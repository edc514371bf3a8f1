namespace FlexPrice.Api.FeatureName;

/// <summary>TODO: what the request says.</summary>
internal sealed record CommandNameRequest
{
    /// <summary>What somebody wrote about it, at most 1000 characters.</summary>
    public string? Note { get; init; }
}
