namespace FlexPrice.Benchmarks;

/// <summary>Durations of single operations, one after the other.</summary>
internal sealed class Measurement(IEnumerable<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    public double PerSecond => _sorted.Length / (_sorted.Sum() / 1000);

    public double Percentile(int percent) => _sorted[Math.Min(_sorted.Length - 1, _sorted.Length * percent / 100)];

    public string Row(string name) => $"{name,-34}{PerSecond,12:0}{Percentile(50),10:0.00}{Percentile(99),10:0.00}";
}
