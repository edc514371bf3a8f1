namespace FlexPrice.Application.Access;

/// <summary>The caller's key while it is cached and not confirmed. One per request, and one per attempt of a command.</summary>
public sealed class CallersKey
{
    /// <summary>The key, when it was remembered and the database is yet to confirm it; null when it was looked up, or when the system itself is at work.</summary>
    public RememberedKey? Remembered { get; set; }
}
