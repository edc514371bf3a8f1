namespace FlexPrice.Application.Cascade;

/// <summary>How many deletions count against an allowance.</summary>
/// <param name="Count">How many are committed.</param>
/// <param name="MayBeOpen">How many others may be open and commit later.</param>
public sealed record RecentDeletions(long Count, int MayBeOpen)
{
    /// <summary>None.</summary>
    public static RecentDeletions None { get; } = new(Count: 0, MayBeOpen: 0);
}
