using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FlexPrice.Benchmarks;

/// <summary>A server in a process of its own, with what it has used.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _counters;

    private ServerProcess(Process process, Uri address, string counters)
    {
        _process = process;
        _counters = counters;

        // As many connections as there are clients, which keep theirs.
        Http = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <summary>What the process has computed so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that it has had at any time, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public static async Task<ServerProcess> StartAsync(string folder, string name, IReadOnlyList<string> command, IReadOnlyDictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var counters = Path.Combine(folder, $"{name}.allocated");
        var start = new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var (setting, value) in settings)
        {
            start.Environment[setting] = value;
        }

        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.FileVariable] = counters;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, address, counters);
        while (!await server.IsReadyAsync())
        {
            await Task.Delay(100);
        }

        return server;
    }

    /// <summary>What the process has allocated so far, in bytes.</summary>
    public async Task<long> AllocatedAsync()
    {
        await Task.Delay(3 * StartupHook.Period);
        return long.Parse(await File.ReadAllTextAsync(_counters), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException refused)
        {
            return _process.HasExited ? throw new InvalidOperationException("The server ended before it was ready.", refused) : false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
