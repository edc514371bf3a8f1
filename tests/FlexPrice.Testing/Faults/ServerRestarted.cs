namespace FlexPrice.Testing.Faults;

/// <summary>The database server stops in the midst of everything and recovers.</summary>
internal sealed class ServerRestarted(PostgreSqlCluster cluster, PostgreSqlDatabase database) : IFault
{
    public string Name => "server restarted";

    public async Task StrikeAsync()
    {
        var before = StartTime();
        await Task.Run(cluster.CrashAndRecover);
        database.Reconnect();
        StartTime().ShouldNotBe(before, "the server was not restarted");
    }

    private string? StartTime() => database.Text("SELECT pg_postmaster_start_time()::text");
}
