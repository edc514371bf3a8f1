using Npgsql;

namespace FlexPrice.EndToEnd.Tests.TimedWork;

/// <summary>The plan of the timed work in a PostgreSQL database, brought forward, and a record of every time that one of its jobs is begun, which the database itself keeps.</summary>
internal sealed class Firings(PostgreSqlDatabase database, string job)
{
    // The plan keeps times in ticks and lengths of time in milliseconds. What is due already is begun as it is taken, everything else is taken first.
    private const string BringForward = """
        UPDATE qrtz_triggers SET start_time = @now, next_fire_time = @now WHERE job_name = @job;
        UPDATE qrtz_triggers SET start_time = @later, next_fire_time = @later WHERE job_name <> @job;
        UPDATE qrtz_simple_triggers s SET repeat_interval = @interval FROM qrtz_triggers t WHERE t.job_name = @job AND t.trigger_name = s.trigger_name;
        CREATE TABLE firings (number bigint GENERATED ALWAYS AS IDENTITY, entry text UNIQUE, process text NOT NULL, job text NOT NULL, due_at bigint NOT NULL);
        CREATE FUNCTION note_firing() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO firings (entry, process, job, due_at) VALUES (NEW.entry_id, NEW.instance_name, NEW.job_name, NEW.sched_time) ON CONFLICT (entry) DO NOTHING;
          RETURN NEW;
        END $$;
        CREATE TRIGGER note_firing AFTER INSERT OR UPDATE ON qrtz_fired_triggers FOR EACH ROW WHEN (NEW.state = 'EXECUTING') EXECUTE FUNCTION note_firing();
        """;

    /// <summary>Has the job be due at once and then as often as this, and every other one much later.</summary>
    public async Task BringForwardAsync(TimeSpan interval)
    {
        var now = DateTime.UtcNow;
        var changed = await ExecuteAsync(BringForward, ("job", job), ("now", now.Ticks), ("later", now.AddHours(1).Ticks), ("interval", (long)interval.TotalMilliseconds));
        changed.ShouldBeGreaterThanOrEqualTo(2, "rows of the plan");
    }

    /// <summary>What is in the record: which process, for which time.</summary>
    public Task<IReadOnlyList<(string Process, long DueAt)>> NotedAsync() =>
        RowsAsync("SELECT process, due_at FROM firings WHERE job = @job ORDER BY number", reader => (reader.GetString(0), reader.GetInt64(1)), ("job", job));

    /// <summary>The processes with a recent heartbeat.</summary>
    public Task<IReadOnlyList<string>> ProcessesAsync() => RowsAsync("SELECT instance_name FROM qrtz_scheduler_state", reader => reader.GetString(0));

    /// <summary>Makes the other processes see an old heartbeat of a process, without the wait.</summary>
    public async Task AgeAsync(string process) =>
        (await ExecuteAsync("UPDATE qrtz_scheduler_state SET last_checkin_time = 0 WHERE instance_name = @process", ("process", process))).ShouldBe(1);

    private async Task<int> ExecuteAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = await database.ConnectAsync();
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    private async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read, params (string Name, object Value)[] parameters)
    {
        await using var connection = await database.ConnectAsync();
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, (string Name, object Value)[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
