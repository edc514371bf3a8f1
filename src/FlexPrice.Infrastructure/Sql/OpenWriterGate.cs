namespace FlexPrice.Infrastructure.Sql;

/// <summary>For a database server, which takes many writers and has locks of its own.</summary>
internal sealed class OpenWriterGate : IWriterGate
{
    public Task<IDisposable?> EnterAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(Turn.Always);

    public Task<IDisposable> EnterHoweverLongAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable>(Turn.Always);

    private sealed class Turn : IDisposable
    {
        public static readonly Turn Always = new();

        public void Dispose()
        {
            // Nobody waits.
        }
    }
}
