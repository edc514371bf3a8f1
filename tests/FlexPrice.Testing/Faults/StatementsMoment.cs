using Npgsql;

namespace FlexPrice.Testing.Faults;

/// <summary>Within the statements that are sent at once: those of the edges are executed, and the audit entry waits for a lock that the test holds on its table.</summary>
internal sealed class StatementsMoment(PostgreSqlDatabase database) : IMoment
{
    private NpgsqlConnection? _holder;

    public async Task HoldAsync()
    {
        _holder = await database.ConnectAsync();
        await using var command = _holder.CreateCommand();
        command.CommandText = "BEGIN; LOCK TABLE audit_entries IN SHARE MODE";
        await command.ExecuteNonQueryAsync();
    }

    public async Task<bool> IsReachedAsync() =>
        (long)(await Task.Run(() => database.Scalar("SELECT count(*) FROM pg_locks WHERE relation = 'audit_entries'::regclass AND NOT granted")))! > 0;

    public async ValueTask DisposeAsync()
    {
        if (_holder is not null)
        {
            // Whether the server has ended it or not.
            await _holder.DisposeAsync();
            _holder = null;
        }
    }
}
