using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Cascade;

/// <summary>Something that must be dealt with before the customer can be deleted.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Count">How many things block.</param>
/// <param name="Message">What blocks, in one sentence.</param>
/// <param name="Fix">What the caller can do, in one sentence.</param>
/// <param name="Ids">The ids of what blocks, at most <see cref="MaximumIds"/>.</param>
public sealed record Blocker(string Edge, long Count, string Message, Hint Fix, IReadOnlyList<string> Ids)
{
    /// <summary>How many ids a blocker names at most.</summary>
    public const int MaximumIds = 20;
}
