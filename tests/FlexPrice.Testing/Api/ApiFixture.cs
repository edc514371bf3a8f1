namespace FlexPrice.Testing.Api;

/// <summary>A program that the tests of one class share; they run one after the other.</summary>
public abstract class ApiFixture : IAsyncLifetime
{
    private readonly Lazy<ApiHost> _host;
    private readonly Lazy<World> _world;

    private protected ApiFixture(Engine engine, string role = "api", bool isRealServer = false)
    {
        _host = new Lazy<ApiHost>(() => Start(engine, role, isRealServer));
        _world = new Lazy<World>(() => World.Of(_host.Value));
    }

    internal ApiHost Host => _host.Value;

    internal World World => _world.Value;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_host.IsValueCreated)
        {
            await _host.Value.DisposeAsync();
        }
    }

    private static ApiHost Start(Engine engine, string role, bool isRealServer)
    {
        var host = new ApiHost(engine, role);
        if (isRealServer)
        {
            host.UseKestrel(0);
            host.StartServer();
        }

        return host;
    }
}
