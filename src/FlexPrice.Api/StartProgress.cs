namespace FlexPrice.Api;

/// <summary>How far the start has come.</summary>
internal sealed class StartProgress
{
    /// <summary>Whether the server listens.</summary>
    public bool IsOver { get; set; }
}
