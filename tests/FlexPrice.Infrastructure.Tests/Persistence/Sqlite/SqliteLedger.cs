using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

/// <summary>Counts the database's own work for any caller: statements, changed rows by table, and the steps of its virtual machine, of which reading a row takes several.</summary>
internal sealed class SqliteLedger : DbConnectionInterceptor
{
    // https://sqlite.org/c3ref/c_stmtstatus_counter.html
    private const int MachineSteps = 4;

    private readonly Lock _lock = new();
    private readonly List<string> _statements = [];
    private readonly Dictionary<string, int> _changed = new(StringComparer.Ordinal);
    private Exception? _failure;
    private long _steps;
    private bool _isCounting;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Attach((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Attach((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    /// <summary>Counts what happens during some work.</summary>
    public async Task<(IReadOnlyList<string> Statements, IReadOnlyDictionary<string, int> Changed, long Steps)> CountAsync(Func<Task> work)
    {
        lock (_lock)
        {
            _statements.Clear();
            _changed.Clear();
            _steps = 0;
            _isCounting = true;
        }

        await work();
        lock (_lock)
        {
            _isCounting = false;
            _failure.ShouldBeNull();
            return ([.. _statements], new Dictionary<string, int>(_changed, StringComparer.Ordinal), _steps);
        }
    }

    private void Attach(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        handle.enable_sqlite3_next_stmt(true);
        raw.sqlite3_update_hook(handle, (object _, int _, string _, string table, long _) => Note(() => _changed[table] = _changed.GetValueOrDefault(table) + 1), null);
        raw.sqlite3_profile(handle, (object _, string statement, long _) => Note(() => Finish(handle, statement)), null);
    }

    private static long StepsOf(sqlite3 handle)
    {
        var steps = 0L;
        for (var statement = raw.sqlite3_next_stmt(handle, null); statement is not null; statement = raw.sqlite3_next_stmt(handle, statement))
        {
            steps += raw.sqlite3_stmt_status(statement, MachineSteps, 1);
        }

        return steps;
    }

    // How many connections a pool opens, and so sets up, is not the work's.
    private void Finish(sqlite3 handle, string statement)
    {
        if (statement.StartsWith("PRAGMA", StringComparison.Ordinal))
        {
            return;
        }

        _statements.Add(statement);
        _steps += StepsOf(handle);
    }

    private void Note(Action note)
    {
        lock (_lock)
        {
            if (!_isCounting)
            {
                return;
            }

            try
            {
                note();
            }
            catch (Exception failure)
            {
                // Native code called: nothing may get past here.
                _failure = failure;
            }
        }
    }
}
