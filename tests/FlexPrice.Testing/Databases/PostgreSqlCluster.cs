using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FlexPrice.Testing.Databases;

/// <summary>A PostgreSQL server for the tests, on loopback. It ends with this process, in any way.</summary>
internal sealed class PostgreSqlCluster : IAsyncDisposable
{
    private readonly string _folder;

    private PostgreSqlCluster(string folder, string connectionString)
    {
        _folder = folder;
        ConnectionString = connectionString;
    }

    /// <summary>Of a user who may create databases.</summary>
    public string ConnectionString { get; }

    public static bool IsInstalled => Script("find") is { ExitCode: 0 };

    public static PostgreSqlCluster Start(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("flexprice-postgresql-").FullName;
        var (exitCode, output) = Script(["start", folder, .. settings]);
        if (exitCode != 0)
        {
            Directory.Delete(folder, recursive: true);
            throw new InvalidOperationException($"PostgreSQL does not start: {output}");
        }

        Process.Start("bash", ["-c", "(while kill -0 $0; do sleep 1; done; exec bash \"$1\" stop \"$2\") >/dev/null 2>&1 </dev/null &", $"{Environment.ProcessId}", ScriptFile(), folder]).Dispose();
        return new PostgreSqlCluster(folder, output.Trim());
    }

    /// <summary>Stops the server without closing sessions and without a checkpoint, and starts it again at the same port.</summary>
    public void CrashAndRecover()
    {
        foreach (var action in (string[])["kill", "restart"])
        {
            if (Script(action, _folder) is { ExitCode: not 0 } failed)
            {
                throw new InvalidOperationException($"PostgreSQL could not be brought to {action}: {failed.Output}");
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        Script("stop", _folder);
        return ValueTask.CompletedTask;
    }

    private static (int ExitCode, string Output) Script(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("bash", [ScriptFile(), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, process.ExitCode == 0 ? output : errors.Result);
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            return (-1, failure.Message);
        }
    }

    private static string ScriptFile([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "build", "postgresql.sh"));
}
