using Npgsql;

namespace FlexPrice.Testing.Faults;

/// <summary>One more process shares the database, on a machine whose clock differs.</summary>
internal sealed class ClockMoved(Fleet servers, PostgreSqlDatabase database, string name, TimeSpan ahead) : IFault
{
    private Server? _server;

    public string Name => name;

    // Callers and reactions come to it, too.
    public async Task PrepareAsync() => _server = await servers.JoinAsync(FakedClock.Ahead(ahead));

    public async Task StrikeAsync()
    {
        await Poll.UntilAsync(async () => (await Server.Client.GetAsync("/health/ready")).Text.Contains("The clock of this machine is", StringComparison.Ordinal), "the process to say that its clock is off", Server.Tail);
        Server.Lines.Count(line => line.Contains("The clock of this machine is 7200", StringComparison.Ordinal) && line.Contains("ClockMonitor", StringComparison.Ordinal)).ShouldBe(1, Server.Tail());
    }

    public async Task MendAsync()
    {
        await servers.WaitForQuietAsync();
        var created = await Arrange.CustomerAsync(Server.Client);
        (await servers.Installation.Database.CountAsync("SELECT count(*) FROM customers WHERE id = @id AND created_at > @soon", ("@id", created), ("@soon", DateTimeOffset.UtcNow.AddMinutes(1)))).ShouldBe(0, "what it writes has the time of the others");
        (await servers.Installation.Database.CountAsync("SELECT count(*) FROM customers WHERE id = @id AND created_at < @early", ("@id", created), ("@early", DateTimeOffset.UtcNow.AddMinutes(-1)))).ShouldBe(0, "what it writes has the time of the others");
        await servers.PartAsync(Server);
        await CheckPlanAsync();
    }

    private Server Server => _server ?? throw new InvalidOperationException("It has not joined yet.");

    // The plan keeps times in ticks and lengths of time in milliseconds.
    private async Task CheckPlanAsync()
    {
        await using var connection = await database.ConnectAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT t.trigger_name FROM qrtz_triggers t JOIN qrtz_simple_triggers s USING (sched_name, trigger_name, trigger_group)
            WHERE t.next_fire_time > @now + s.repeat_interval * 10000 + @moment OR t.next_fire_time < @now - s.repeat_interval * 10000 - @moment
            UNION ALL
            SELECT instance_name FROM qrtz_scheduler_state WHERE abs(last_checkin_time - @now) > 60 * @moment
            """,
            connection);
        command.Parameters.AddWithValue("now", DateTime.UtcNow.Ticks);
        command.Parameters.AddWithValue("moment", TimeSpan.TicksPerMinute);
        (await command.ExecuteScalarAsync()).ShouldBeNull("timed work that was put off by it");
        command.CommandText = "SELECT count(*) FROM qrtz_triggers";
        (await command.ExecuteScalarAsync()).ShouldBeOfType<long>().ShouldBeGreaterThan(3, "Without a plan nothing could be put off");
    }
}
