namespace FlexPrice.Testing.Faults;

/// <summary>The server ends every session of the product.</summary>
internal sealed class ConnectionsCut(PostgreSqlDatabase database) : IFault
{
    public string Name => "connections cut";

    public async Task StrikeAsync()
    {
        // Those of the tests have the same name.
        database.Reconnect();
        var cut = await Task.Run(() => database.Scalar("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        cut.ShouldBeOfType<long>().ShouldBeGreaterThan(0, "no connection was cut");
    }
}
