namespace FlexPrice.Infrastructure.Persistence;

/// <summary>
/// Lets one writer of this process at a time into an embedded database, in the order of arrival. SQLite has one writer anyway;
/// waiting here costs no thread, while waiting inside of SQLite blocks one and is unfair.
/// </summary>
internal sealed class WriterGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Waits for the turn.</summary>
    /// <returns>What gives the turn back, or null when it did not come in time.</returns>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken) =>
        await _gate.WaitAsync(Patience, cancellationToken) ? new Turn(_gate) : null;

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
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
