namespace FlexPrice.Infrastructure.Sql;

/// <summary>For a database server, which takes many writers and has locks of its own.</summary>
internal sealed class UnlimitedWriterGate : IWriterGate
{
    public Task<IDisposable?> EnterAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(Entry.Always);

    public Task<IDisposable> EnterWithoutTimeoutAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable>(Entry.Always);

    private sealed class Entry : IDisposable
    {
        public static readonly Entry Always = new();

        public void Dispose()
        {
            // Writers do not wait here.
        }
    }
}
