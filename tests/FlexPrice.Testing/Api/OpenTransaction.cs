using Npgsql;

namespace FlexPrice.Testing.Api;

/// <summary>Another session on a PostgreSQL database that holds a lock.</summary>
internal sealed class OpenTransaction : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly NpgsqlConnection _session;

    private OpenTransaction(TestDatabase database, NpgsqlConnection session)
    {
        _database = database;
        _session = session;
    }

    /// <summary>Runs a statement that locks, and leaves its transaction open.</summary>
    public static async Task<OpenTransaction> LockAsync(TestDatabase database, string sql)
    {
        var session = await ((PostgreSqlDatabase)database).ConnectAsync();
        await using var command = new NpgsqlCommand($"BEGIN; {sql}", session);
        await command.ExecuteNonQueryAsync();
        return new OpenTransaction(database, session);
    }

    /// <summary>How many other sessions wait for a lock.</summary>
    public Task<long> WaitingAsync() => CountAsync("wait_event_type = 'Lock'");

    /// <summary>How many other sessions are in a statement or a transaction.</summary>
    public Task<long> BusyAsync() => CountAsync("state <> 'idle'");

    /// <summary>Lets go.</summary>
    public ValueTask DisposeAsync() => _session.DisposeAsync();

    // Not within the open transaction, which would see the same sessions for ever.
    private Task<long> CountAsync(string which) => Task.Run(() => (long)_database.Scalar(
        $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'flexprice' AND pid NOT IN (pg_backend_pid(), {_session.ProcessID}) AND {which}")!);
}
