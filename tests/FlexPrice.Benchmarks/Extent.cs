namespace FlexPrice.Benchmarks;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">How often every contestant has its turn, one after the other.</param>
/// <param name="AtOneClient">Deletions of a turn with one client.</param>
/// <param name="AtMany">Deletions of a turn with more.</param>
/// <param name="WarmUp">Deletions before the first turn.</param>
/// <param name="Single">Deletions of what is measured with one client only.</param>
internal sealed record Extent(int Rounds, int AtOneClient, int AtMany, int WarmUp, int Single)
{
    public static Extent Quick { get; } = new(1, 200, 320, 200, 50);

    public static Extent Full { get; } = new(3, 800, 1600, 1600, 200);
}
