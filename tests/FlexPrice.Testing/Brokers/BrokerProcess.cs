using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace FlexPrice.Testing.Brokers;

/// <summary>A RabbitMQ of the tests' own, on loopback, in a folder of its own, under the user who runs the tests. It can be killed and started again.</summary>
internal sealed class BrokerProcess : IAsyncDisposable
{
    /// <summary>What Debian's wrapper runs as the user rabbitmq.</summary>
    public const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flexprice-broker-");
    private readonly int _port = FreePort();
    private readonly int _distributionPort = FreePort();
    private readonly int _nameServerPort = FreePort();
    private Process? _process;

    public static bool IsInstalled => File.Exists(Program);

    /// <summary>A password that occurs nowhere else, to be searched for.</summary>
    public string Password { get; } = RandomNumberGenerator.GetHexString(24, lowercase: true);

    public Uri Uri => new($"amqp://flexprice:{Password}@127.0.0.1:{_port}/%2F");

    /// <summary>Starts it and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        await File.WriteAllTextAsync(InFolder("rabbitmq.conf"), $"default_user = flexprice\ndefault_pass = {Password}\nlog.file = false\nlog.console = true\nlog.console.level = warning\n");
        await File.WriteAllTextAsync(InFolder("enabled_plugins"), "[].");
        AppDomain.CurrentDomain.ProcessExit += OnTestsEnd;
        _process = Process.Start(Command(Program))!;
        var output = Task.WhenAll(_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        var waiting = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (_process.HasExited || waiting.Elapsed > Patience)
            {
                await KillAsync();
                throw new InvalidOperationException($"RabbitMQ did not start.\n{string.Join('\n', await output)}");
            }

            await Task.Delay(100);
        }
    }

    /// <summary>SIGKILL: what it has confirmed must be on disk.</summary>
    public async Task KillAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
            _process = null;
        }

        AppDomain.CurrentDomain.ProcessExit -= OnTestsEnd;
    }

    /// <summary>SIGSTOP: it keeps its connections and does not answer.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT, where it still lives.</summary>
    public Task ThawAsync() => _process is null ? Task.CompletedTask : SignalAsync("CONT");

    /// <summary>A connection of the tests' own.</summary>
    public Task<IConnection> ConnectAsync() => new ConnectionFactory { Uri = Uri, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();

    public async ValueTask DisposeAsync()
    {
        await KillAsync();

        // The name server of its nodes outlives them; this one has no others.
        using var end = Process.Start(new ProcessStartInfo("epmd", ["-port", $"{_nameServerPort}", "-kill"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
        await end!.WaitForExitAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Runs Debian's tool for operators on it.</summary>
    public async Task ControlAsync(params string[] arguments)
    {
        using var control = Process.Start(Command("/usr/lib/rabbitmq/bin/rabbitmqctl", arguments))!;
        var output = Task.WhenAll(control.StandardOutput.ReadToEndAsync(), control.StandardError.ReadToEndAsync());
        await control.WaitForExitAsync();
        control.ExitCode.ShouldBe(0, string.Join('\n', await output));
    }

    // The one that was started is a script; the broker is a child of its.
    private async Task SignalAsync(string signal)
    {
        using var pkill = Process.Start("pkill", [$"-{signal}", "-f", $"beam.*-home {_folder.FullName} "]);
        await pkill.WaitForExitAsync();
        pkill.ExitCode.ShouldBe(0, "no process of the broker was found");
    }

    private ProcessStartInfo Command(string program, params string[] arguments)
    {
        var command = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in new (string Name, string Value)[]
        {
            ("HOME", _folder.FullName),
            ("RABBITMQ_NODENAME", $"flexprice-{_port}@localhost"),
            ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_NODE_PORT", $"{_port}"),
            ("RABBITMQ_DIST_PORT", $"{_distributionPort}"),
            ("ERL_EPMD_PORT", $"{_nameServerPort}"),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_MNESIA_BASE", InFolder("data")),
            ("RABBITMQ_LOG_BASE", InFolder("log")),
            ("RABBITMQ_PID_FILE", InFolder("pid")),
            ("RABBITMQ_CONFIG_FILE", InFolder("rabbitmq.conf")),
            ("RABBITMQ_ADVANCED_CONFIG_FILE", InFolder("advanced.config")),
            ("RABBITMQ_CONF_ENV_FILE", InFolder("rabbitmq-env.conf")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", InFolder("enabled_plugins")),

            // Other tests need the processors while this one waits.
            ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none"),
        })
        {
            command.Environment[name] = value;
        }

        return command;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = await ConnectAsync();
            return true;
        }
        catch (Exception failure) when (failure is BrokerUnreachableException or IOException)
        {
            return false;
        }
    }

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);

    private void OnTestsEnd(object? sender, EventArgs end) => _process?.Kill(entireProcessTree: true);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
