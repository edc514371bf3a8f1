namespace FlexPrice.Api.Tests.Broker;

/// <summary>The broker that the tests of this folder share; they run one after the other.</summary>
public sealed class BrokerFixture : IAsyncLifetime
{
    internal BrokerProcess Process { get; } = new();

    public Task InitializeAsync() => BrokerProcess.IsInstalled ? Process.StartAsync() : Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (BrokerProcess.IsInstalled)
        {
            await Process.DisposeAsync();
        }
    }
}
