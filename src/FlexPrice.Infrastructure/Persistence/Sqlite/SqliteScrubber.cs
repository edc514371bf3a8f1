using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Rewrites the database file and empties its write-ahead log. <c>secure_delete</c> alone leaves copies of keys in pages of indexes.
/// Requests during a scrub or its pause wait for the next one, which they share. A scrub blocks writers, so it pauses
/// <see cref="PauseFactor"/> times as long as the previous one took: writers wait for at most a tenth of the time, for any size of the file.
/// </summary>
internal sealed class SqliteScrubber(IServiceScopeFactory scopes, IWriterGate gate, IFailpoints failpoints, FlexPriceSettings settings, TimeProvider clock) : IStorageScrubber
{
    /// <summary>How many times as long as it ran a scrub rests.</summary>
    internal const int PauseFactor = 9;

    private static readonly TimeSpan DebounceInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ReaderPause = TimeSpan.FromMilliseconds(50);
    private const int CheckpointAttempts = 40;

    // The folder of temporary files is one per process, and must not change while a file is made.
    private static readonly SemaphoreSlim OneFolder = new(1);

    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;
    private TimeSpan _rest;

    public Task ScrubAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return (_next ??= StartAfterAsync(_running)).WaitAsync(cancellationToken);
        }
    }

    /// <summary>How long to rest after a scrub that took some time.</summary>
    internal static TimeSpan PauseAfter(TimeSpan duration) => duration * PauseFactor < LongestRest ? duration * PauseFactor : LongestRest;

    private async Task StartAfterAsync(Task earlier)
    {
        await Task.Delay(DebounceInterval);
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(_rest, clock);
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
            var began = clock.GetTimestamp();
            try
            {
                await database.OpenConnectionAsync();
                await RewriteFileAsync(database);
                await EmptyLogAsync(database);
            }
            finally
            {
                _rest = PauseAfter(clock.GetElapsedTime(began));
            }
        }

        await failpoints.ReachAsync(Failpoint.StorageScrubbed, CancellationToken.None);
    }

    // The copy is as large as the database, so it goes to disk, into the database's folder, which may hold the same data.
    private async Task RewriteFileAsync(DatabaseFacade database)
    {
        var folder = Path.GetDirectoryName(settings.Database.File)!;
        await OneFolder.WaitAsync();
        try
        {
            await database.ExecuteSqlRawAsync("PRAGMA temp_store = FILE");
            await using (var command = database.GetDbConnection().CreateCommand())
            {
                // A pragma takes no parameters.
                command.CommandText = $"PRAGMA temp_store_directory = '{folder.Replace("'", "''", StringComparison.Ordinal)}'";
                await command.ExecuteNonQueryAsync();
            }

            await database.ExecuteSqlRawAsync("VACUUM");
        }
        finally
        {
            OneFolder.Release();
        }
    }

    // A reader holds the log; retry until all readers have moved on.
    private static async Task EmptyLogAsync(DatabaseFacade database)
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
