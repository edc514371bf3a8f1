namespace FlexPrice.Benchmarks;

/// <summary>What some deletions took.</summary>
/// <param name="Elapsed">From the start of the first to the end of the last.</param>
/// <param name="Milliseconds">Each of them.</param>
internal sealed record Measurement(TimeSpan Elapsed, IReadOnlyList<double> Milliseconds)
{
    private readonly double[] _sorted = [.. Milliseconds.Order()];

    public double PerSecond => Milliseconds.Count / Elapsed.TotalSeconds;

    public double Percentile(int percent) => _sorted[Math.Min(_sorted.Length - 1, _sorted.Length * percent / 100)];

    public static Measurement Of(IReadOnlyCollection<Measurement> slices) =>
        new(TimeSpan.FromTicks(slices.Sum(slice => slice.Elapsed.Ticks)), [.. slices.SelectMany(slice => slice.Milliseconds)]);
}
