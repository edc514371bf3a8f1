namespace FlexPrice.Testing.Processes;

/// <summary>Servers that share one database: one on a file, several on a database server. Clients get them in rotation.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    // Replaced as a whole, because callers look at it meanwhile.
    private volatile Server[] _servers = [];
    private int _turn = -1;

    private Fleet(Installation installation) => Installation = installation;

    public Installation Installation { get; }

    /// <summary>A caller of the next server that runs.</summary>
    public ApiClient Client => Next().Client;

    /// <summary>How many of them run.</summary>
    public int Running => _servers.Count(server => server.IsRunning);

    /// <summary>All of them.</summary>
    public IReadOnlyList<Server> All => _servers;

    /// <summary>The next server that runs.</summary>
    public Server Next()
    {
        var running = _servers.Where(server => server.IsRunning).ToArray();
        return (running.Length > 0 ? running : _servers)[(Interlocked.Increment(ref _turn) & int.MaxValue) % Math.Max(1, running.Length)];
    }

    /// <summary>How many processes the product may have on an engine.</summary>
    public static int SizeOn(Engine engine) => engine is SqliteEngine ? 1 : 3;

    public static async Task<Fleet> StartAsync(Installation installation, int size)
    {
        var fleet = new Fleet(installation);
        try
        {
            for (var number = 0; number < size; number++)
            {
                fleet._servers = [.. fleet._servers, await installation.StartAsync()];
            }

            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one more.</summary>
    /// <param name="settings">Additional settings.</param>
    public async Task<Server> JoinAsync(IReadOnlyDictionary<string, string> settings)
    {
        var server = await Installation.StartAsync(settings);
        _servers = [.. _servers, server];
        return server;
    }

    /// <summary>Kills one and starts none instead.</summary>
    public async Task PartAsync(Server server)
    {
        _servers = [.. _servers.Except([server])];
        await server.DisposeAsync();
    }

    /// <summary>Waits until no reaction is due or running.</summary>
    public Task WaitForQuietAsync() => Poll.UntilAsync(
        async () => Array.TrueForAll(_servers, server => !server.IsRunning) || await Installation.Database.CountAsync("SELECT count(*) FROM outbox_messages WHERE given_up_at IS NULL") == 0,
        "an empty outbox",
        () => Installation.Database.Describe("SELECT reaction, attempts, last_error, leased_until FROM outbox_messages") + Tail());

    /// <summary>Waits until all of them have everything that they work with.</summary>
    public Task WaitUntilHealthyAsync() => WaitUntilAllAreAsync("Healthy");

    /// <summary>Waits until all of them lack something and go on without.</summary>
    public Task WaitUntilDegradedAsync() => WaitUntilAllAreAsync("Degraded");

    /// <summary>Has others answer callers as well.</summary>
    public void Add(IEnumerable<Server> others) => _servers = [.. _servers, .. others];

    /// <summary>Sends no caller to them any more; whoever added them still stops them.</summary>
    public void Remove(IReadOnlyCollection<Server> others) => _servers = [.. _servers.Where(server => !others.Contains(server))];

    /// <summary>Waits until one of them has died.</summary>
    public Task WaitForDeathAsync() => Poll.UntilAsync(() => Array.Exists(_servers, server => !server.IsRunning), "a server to die", Tail);

    /// <summary>Kills one of those that run, without a word.</summary>
    public Task KillOneAsync() => Next().KillAsync();

    /// <summary>Starts a server for each one that has died.</summary>
    public async Task ReplaceDeadAsync()
    {
        foreach (var dead in _servers.Where(server => !server.IsRunning).ToList())
        {
            var successor = await Installation.StartAsync();
            _servers = [.. _servers.Select(server => server == dead ? successor : server)];
            await dead.DisposeAsync();
        }
    }

    public string Tail() => string.Join("\n--\n", _servers.Select(server => server.Tail()));

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private Task WaitUntilAllAreAsync(string readiness) => Poll.UntilAsync(
        async () => (await Task.WhenAll(_servers.Select(server => server.Client.GetAsync("/health/ready")))).All(answer => answer.Text.Split('\n')[0] == readiness),
        $"{readiness} servers",
        Tail);
}
