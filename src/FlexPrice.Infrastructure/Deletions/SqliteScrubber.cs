using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Deletions;

/// <summary>
/// Rewrites the database file and empties its write-ahead log. <c>secure_delete</c> alone leaves copies of keys in pages of indexes.
/// Whoever asks while a scrub runs waits for the next one, which all of them share.
/// </summary>
internal sealed class SqliteScrubber(IServiceScopeFactory scopes, WriterGate gate, IFailpoints failpoints) : IStorageScrubber
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ReaderPause = TimeSpan.FromMilliseconds(50);
    private const int CheckpointAttempts = 40;
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    public Task ScrubAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return (_next ??= BeginAfterAsync(_running)).WaitAsync(cancellationToken);
        }
    }

    private async Task BeginAfterAsync(Task earlier)
    {
        await Task.Delay(Gathering);
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Task own;
        lock (_lock)
        {
            own = ScrubFilesAsync();
            _running = own;
            _next = null;
        }

        await own;
    }

    private async Task ScrubFilesAsync()
    {
        await failpoints.ReachAsync(Failpoint.StorageScrubbing, CancellationToken.None);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Database;
        using (await gate.EnterAsync(CancellationToken.None) ?? throw new TimeoutException("No writer's turn came to scrub the storage."))
        {
            await database.OpenConnectionAsync();
            await database.ExecuteSqlRawAsync("VACUUM");
            await EmptyLogAsync(database);
        }

        await failpoints.ReachAsync(Failpoint.StorageScrubbed, CancellationToken.None);
    }

    // A reader holds the log; it is asked again until all readers have moved on.
    private static async Task EmptyLogAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade database)
    {
        for (var attempt = 1; attempt <= CheckpointAttempts; attempt++)
        {
            await using var command = database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            if (reader.GetInt64(0) == 0)
            {
                return;
            }

            await Task.Delay(ReaderPause);
        }

        throw new TimeoutException("Readers kept the write-ahead log from being emptied.");
    }
}
