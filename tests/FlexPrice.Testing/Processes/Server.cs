using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace FlexPrice.Testing.Processes;

/// <summary>The product as it is built, running as a process of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly ChildProcess _process;

    private Server(Installation installation, ChildProcess process, Uri url)
    {
        Installation = installation;
        _process = process;
        Url = url;
        Client = ApiClient.At(url, Installation.ApiKey);
    }

    public Installation Installation { get; }

    public Uri Url { get; }

    public ApiClient Client { get; }

    public bool IsRunning => _process.IsRunning;

    public int ExitCode => _process.ExitCode;

    /// <summary>What this start has written to the console.</summary>
    public IReadOnlyList<string> Lines => _process.Lines;

    /// <summary>Starts the program, which may be refused.</summary>
    public static async Task<(Server? Server, EndedRun? Refused)> TryStartAsync(Installation installation, IReadOnlyDictionary<string, string> settings)
    {
        var process = ChildProcess.StartDotnet(ApiAssembly(), [], installation.Folder, settings, installation.NewLog());
        await Poll.UntilAsync(() => !process.IsRunning || process.Lines.Any(line => AddressIn(line) is not null), "a server or its end", () => process.Tail());
        if (process.IsRunning)
        {
            return (await StartAsync(installation, process), null);
        }

        await process.WaitForEndAsync();
        await using (process)
        {
            return (null, new EndedRun(process.ExitCode, process.Lines));
        }
    }

    public static Task<Server> StartAsync(Installation installation, IReadOnlyDictionary<string, string> settings) =>
        StartAsync(installation, ChildProcess.StartDotnet(ApiAssembly(), [], installation.Folder, settings, installation.NewLog()));

    private static async Task<Server> StartAsync(Installation installation, ChildProcess process)
    {
        try
        {
            var address = await process.WaitForLineAsync(AddressIn, "where it listens");
            var server = new Server(installation, process, new Uri(address));
            await Poll.UntilAsync(async () => await server.Client.IsReadyAsync() || !server.IsRunning, "/health/ready", server.Tail);
            return server;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the program until it ends by itself: with a verb, or because its start is refused.</summary>
    public static async Task<EndedRun> RunAsync(Installation installation, IReadOnlyDictionary<string, string> settings, params string[] verb)
    {
        await using var process = ChildProcess.StartDotnet(ApiAssembly(), verb, installation.Folder, settings, installation.NewLog());
        await process.WaitForEndAsync();
        return new EndedRun(process.ExitCode, process.Lines);
    }

    /// <summary>Stops the program as soon as it has logged something of its start.</summary>
    public static async Task<EndedRun> StartAndTerminateAsync(Installation installation, IReadOnlyDictionary<string, string> settings, string said)
    {
        await using var process = ChildProcess.StartDotnet(ApiAssembly(), [], installation.Folder, settings, installation.NewLog());
        await process.WaitForLineAsync(line => line.Contains(said, StringComparison.Ordinal) ? line : null, said);
        await process.TerminateAsync();
        await process.WaitForEndAsync();
        return new EndedRun(process.ExitCode, process.Lines);
    }

    /// <summary>Waits until no reaction is due or running.</summary>
    public Task WaitForQuietAsync() => Poll.UntilAsync(
        async () => !IsRunning || await Installation.Database.CountAsync("SELECT count(*) FROM outbox_messages WHERE given_up_at IS NULL") == 0,
        "an empty outbox",
        () => Installation.Database.Describe("SELECT reaction, attempts, last_error, leased_until FROM outbox_messages") + Tail());

    public Task KillAsync() => _process.KillAsync();

    /// <summary>Tells it to stop, as an operator does.</summary>
    public Task TerminateAsync() => _process.TerminateAsync();

    /// <summary>Whether it takes no connection any more.</summary>
    public async Task<bool> IsClosedAsync()
    {
        using var caller = new TcpClient();
        try
        {
            await caller.ConnectAsync(Url.Host, Url.Port);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    public Task WaitForDeathAsync() => _process.WaitForEndAsync();

    public string Tail() => _process.Tail();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
    }

    private static string? AddressIn(string line)
    {
        var at = line.IndexOf(Listening, StringComparison.Ordinal);
        return at < 0 ? null : line[(at + Listening.Length)..].Trim();
    }

    /// <summary>The published program where the gate names one, else what was built with the tests.</summary>
    private static string ApiAssembly()
    {
        // bin/FlexPrice.EndToEnd.Tests/{configuration} and bin/FlexPrice.Api/{configuration} lie side by side.
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var api = System.Environment.GetEnvironmentVariable("FLEXPRICE_TEST_SERVER")
            ?? Path.Combine(own.Parent!.Parent!.FullName, "FlexPrice.Api", own.Name, "FlexPrice.Api.dll");
        return File.Exists(api) ? api : throw new FileNotFoundException($"There is no {api} (on {RuntimeInformation.OSDescription}). Build the solution first, or publish it.");
    }
}
