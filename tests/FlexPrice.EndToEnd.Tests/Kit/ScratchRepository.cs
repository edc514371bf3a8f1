using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Kit;

/// <summary>A copy of the repository in its current state, without build output, in which a test works like a member of the team.</summary>
internal sealed class ScratchRepository : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // The test host steers its own MSBuild and test platform by these.
    private static readonly string[] OfTheTestHost = ["MSBUILD", "VSTEST", "COVERLET", "CORECLR_", "COR_"];

    private readonly ITestOutputHelper _log;
    private readonly Stopwatch _time = Stopwatch.StartNew();

    private ScratchRepository(ITestOutputHelper log) => _log = log;

    public string Folder { get; } = Directory.CreateTempSubdirectory("flexprice-kit-").FullName;

    public static async Task<ScratchRepository> CopyAsync(ITestOutputHelper log)
    {
        var copy = new ScratchRepository(log);
        var (exitCode, output) = await Tools.BashAsync("git ls-files --cached --others --exclude-standard", Root());
        exitCode.ShouldBe(0, output);
        foreach (var file in output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Root(), file))))
        {
            var target = Path.Combine(copy.Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Root(), file), target);
        }

        return copy;
    }

    /// <summary>Runs a program in the copy; fails with everything that it wrote unless it ends well.</summary>
    public async Task RunAsync(string program, params string[] arguments)
    {
        var (exitCode, output) = await TryAsync(program, arguments);
        exitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{output}");
    }

    /// <summary>Builds projects of the copy together.</summary>
    public async Task BuildAsync(bool withAnalyzers, params string[] projects)
    {
        const string Filter = "Kit.slnf";
        var paths = projects.Select(project => $"tests/{project}/{project}.csproj");
        Write(Filter, JsonSerializer.Serialize(new { solution = new { path = "FlexPrice.sln", projects = paths } }));
        await RunAsync("dotnet", "build", Filter, "--disable-build-servers", $"-p:RunAnalyzers={withAnalyzers}");
    }

    /// <summary>Runs tests of a project that was built.</summary>
    public async Task<TestRun> TestAsync(string project, string? filter = null)
    {
        var results = Directory.CreateTempSubdirectory("flexprice-kit-results-");
        try
        {
            string[] selection = filter is null ? [] : ["--filter", filter];
            var (_, output) = await TryAsync(
                "dotnet", ["test", $".artifacts/bin/{project}/debug/{project}.dll", "--logger", "trx;LogFileName=run.trx", "--results-directory", results.FullName, .. selection]);
            var file = Path.Combine(results.FullName, "run.trx");
            File.Exists(file).ShouldBeTrue(output);
            return TestRun.Read(file);
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    /// <summary>Puts a text in the place of another, which must be there.</summary>
    public void Edit(string file, string old, string with)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{file} has no {old}: look at what the prepared body edits there.");
        File.WriteAllText(path, text[..at] + with + text[(at + old.Length)..]);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public ValueTask DisposeAsync()
    {
        if (System.Environment.GetEnvironmentVariable("FLEXPRICE_KEEP_FOLDERS") is null)
        {
            Directory.Delete(Folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    private async Task<(int ExitCode, string Output)> TryAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => OfTheTestHost.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        // No build process outlives the test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "true";
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        await using var end = patience.Token.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None) + await errors;
        await process.WaitForExitAsync(CancellationToken.None);
        _log.WriteLine($"{_time.Elapsed.TotalSeconds,6:0.0} s after {program} {string.Join(' ', arguments)}");
        return (process.ExitCode, output);
    }
}
