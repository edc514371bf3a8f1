namespace FlexPrice.Testing.Brokers;

/// <summary>A broker that tests share which run one after the other; none where RabbitMQ is not installed.</summary>
public sealed class BrokerFixture : IAsyncLifetime
{
    private readonly BrokerProcess? _process = BrokerProcess.IsInstalled ? new BrokerProcess() : null;

    internal BrokerProcess Process => _process ?? throw new InvalidOperationException(BrokerFactAttribute.Missing);

    public Task InitializeAsync() => _process?.StartAsync() ?? Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
