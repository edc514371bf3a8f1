namespace FlexPrice.Testing.Faults;

/// <summary>The broker dies of SIGKILL, and stays away until the deletion is answered.</summary>
internal sealed class BrokerStopped(BrokerProcess broker, Fleet servers) : IFault
{
    public string Name => "broker stopped";

    // A process without a connection loses nothing.
    public Task PrepareAsync() => servers.WaitUntilHealthyAsync();

    public async Task StrikeAsync()
    {
        await broker.KillAsync();
        await servers.WaitUntilDegradedAsync();
    }

    public Task MendAsync() => broker.StartAsync();
}
