using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Lets one writer of this process at a time into an embedded database, in the order of arrival. SQLite has one writer anyway;
/// waiting here costs no thread, while waiting inside of SQLite blocks one and is unfair.
/// </summary>
internal sealed class SqliteWriterGate(TimeSpan patience) : IWriterGate, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public SqliteWriterGate()
        : this(TimeSpan.FromSeconds(30))
    {
    }

    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken) =>
        await _gate.WaitAsync(patience, cancellationToken) ? new Entry(_gate) : null;

    public async Task<IDisposable> EnterWithoutTimeoutAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Entry(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Entry(SemaphoreSlim gate) : IDisposable
    {
        private bool _over;

        public void Dispose()
        {
            if (!_over)
            {
                _over = true;
                gate.Release();
            }
        }
    }
}
