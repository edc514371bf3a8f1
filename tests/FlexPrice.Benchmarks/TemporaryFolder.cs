namespace FlexPrice.Benchmarks;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("flexprice-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
