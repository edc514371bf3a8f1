namespace FlexPrice.Benchmarks.Largest;

/// <summary>A request that was answered.</summary>
internal sealed record Sent(int Status, int Bytes, double Milliseconds);
