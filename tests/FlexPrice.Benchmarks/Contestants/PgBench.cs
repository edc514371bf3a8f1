using System.Diagnostics;
using System.Globalization;
using FlexPrice.Benchmarks.Floors;
using Npgsql;

namespace FlexPrice.Benchmarks.Contestants;

/// <summary>The floor, sent by PostgreSQL's own benchmark program. Its result shows whether the bare driver is a valid comparison.</summary>
internal sealed class PgBench(string programs, string connectionString, string folder) : IContestant
{
    public string Name => "floor, pgbench";

    public async Task<Measurement> DeleteAsync(int customers, int clients)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        var share = customers / clients;
        var log = Path.Combine(folder, $"pgbench-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo(
            Path.Combine(programs, "pgbench"),
            [
                "--no-vacuum", "--protocol=prepared", $"--file={Floor.CallFile}", $"--client={clients}", $"--jobs={Math.Min(clients, 2)}", $"--transactions={share}",
                $"--define=share={share}", "--define=turn=-1", "--log", $"--log-prefix={log}",
                $"--host={server.Host}", $"--port={server.Port}", $"--username={server.Username}", server.Database!,
            ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"pgbench ended with {process.ExitCode}: {await errors}");
        }

        const string Throughput = "tps = ";
        var from = output.IndexOf(Throughput, StringComparison.Ordinal) + Throughput.Length;
        var perSecond = double.Parse(output[from..output.IndexOf(' ', from)], CultureInfo.InvariantCulture);

        // client, transaction, microseconds, …
        var durations = Directory.GetFiles(folder, $"{Path.GetFileName(log)}*").SelectMany(File.ReadLines).Select(line => double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) / 1000).ToList();
        return new Measurement(TimeSpan.FromSeconds(durations.Count / perSecond), durations);
    }
}
