using System.Diagnostics;

namespace FlexPrice.Testing.Processes;

/// <summary>Programs of the machine.</summary>
internal static class Tools
{
    public static IReadOnlyList<string> Missing(params ReadOnlySpan<string> programs)
    {
        var folders = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var missing = new List<string>();
        foreach (var program in programs)
        {
            string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
            if (!folders.Any(folder => names.Any(name => File.Exists(Path.Combine(folder, name)))))
            {
                missing.Add(program);
            }
        }

        return missing;
    }

    /// <summary>Runs a line of bash.</summary>
    /// <returns>Exit code and everything that it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> BashAsync(string line, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", line]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
