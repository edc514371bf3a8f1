using System.Diagnostics;
using System.Text;

namespace FlexPrice.Testing.Processes;

/// <summary>A process of ours whose output goes into a file and which does not outlive the tests.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private bool _disposed;
    private readonly StreamWriter _log;
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    private ChildProcess(ProcessStartInfo start, string logPath)
    {
        _log = new StreamWriter(new FileStream(logPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, output) => Note(output.Data);
        _process.ErrorDataReceived += (_, output) => Note(output.Data);
        AppDomain.CurrentDomain.ProcessExit += OnTestsEnd;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool IsRunning => !_process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>What it has written so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    public static ChildProcess StartDotnet(string assembly, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment, string logPath)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };

        // What the test host was given for itself would steer the server, too.
        foreach (var inherited in start.Environment.Keys.Where(IsForServers).ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(start, logPath);
    }

    /// <summary>Waits for the line with the given text.</summary>
    public async Task<string> WaitForLineAsync(Func<string, string?> find, string what)
    {
        string? found = null;
        await Poll.UntilAsync(
            () => (found = Lines.Select(find).FirstOrDefault(answer => answer is not null)) is not null || !IsRunning,
            $"{what} in the output of the process",
            () => Tail());
        return found ?? throw new InvalidOperationException($"The process ended before it said {what}.\n{Tail()}");
    }

    /// <summary>SIGKILL: no handler, no flush, no clean-up.</summary>
    public async Task KillAsync()
    {
        if (IsRunning)
        {
            _process.Kill();
        }

        await WaitForEndAsync();
    }

    /// <summary>SIGTERM: asks it to end.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("bash", ["-c", "kill -TERM $0", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0)
        {
            throw new InvalidOperationException($"The process could not be told to end.\n{Tail()}");
        }
    }

    /// <summary>Waits until the process has ended and all its output is in the file.</summary>
    public async Task WaitForEndAsync()
    {
        await Poll.UntilAsync(() => !IsRunning, "the end of the process", () => Tail());
        await _process.WaitForExitAsync();
    }

    public string Tail(int lines = 40) => string.Join('\n', Lines.TakeLast(lines).Prepend("--- the last lines of the process:"));

    public async ValueTask DisposeAsync()
    {
        // A test that fails between two starts disposes what was disposed; that must not hide why it failed.
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        AppDomain.CurrentDomain.ProcessExit -= OnTestsEnd;
        await KillAsync();
        _process.Dispose();
        lock (_lock)
        {
            _log.Dispose();
        }
    }

    // The long run has time for the runtime as it is shipped; the short one compiles as its tests do.
    private static bool IsForServers(string variable) =>
        (Rounds.Of(1) > 1 && (variable is "DOTNET_TieredPGO" or "DOTNET_EnableWriteXorExecute")) ||
        new[] { "ASPNETCORE_", "DOTNET_ENVIRONMENT", "DOTNET_URLS", "OTEL_", "CORECLR_", "COR_" }.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private void OnTestsEnd(object? sender, EventArgs end)
    {
        if (IsRunning)
        {
            _process.Kill();
        }
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            _lines.Add(line);
            _log.WriteLine(line);
        }
    }
}
