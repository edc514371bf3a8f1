using System.Text;
using System.Text.RegularExpressions;

namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>The session that the README shows: commands, and what is printed below them.</summary>
internal sealed partial class ReadmeSession
{
    private const string End = "=== end of a step ===";

    private readonly List<(string Commands, string Output)> _steps = [];

    private ReadmeSession(string section)
    {
        var commands = new StringBuilder();
        foreach (Match block in Block().Matches(section))
        {
            if (block.Groups["language"].Value == "bash")
            {
                commands.Append(block.Groups["text"].Value);
            }
            else
            {
                _steps.Add((commands.ToString(), block.Groups["text"].Value));
                commands.Clear();
            }
        }

        _steps.Count.ShouldBeGreaterThan(3);
    }

    public static ReadmeSession Of(string readme) => new(readme[readme.IndexOf("## A session to paste", StringComparison.Ordinal)..readme.IndexOf("## On PostgreSQL", StringComparison.Ordinal)]);

    /// <summary>Pastes all of it against a server, and compares what it prints line by line. What is left out (…) and ids may be anything.</summary>
    public async Task RunAsync(Uri server, string keyFile, string folder)
    {
        // The last step reads a state that comes within a second.
        const string Settled = "for try in $(seq 100); do fp $URL/deletions/search -d '{}' | grep -q '\"state\":\"completed\"' && break; sleep 0.1; done\n";
        var script = string.Concat(_steps.Select(step => $"{(step.Output.Contains("\"completed\"", StringComparison.Ordinal) ? Settled : "")}{step.Commands}\necho '{End}'\n"))
            .Replace("http://localhost:8080/", server.ToString(), StringComparison.Ordinal)
            .Replace("src/FlexPrice.Api/data/dev-key", keyFile, StringComparison.Ordinal);
        var (exitCode, output) = await Tools.BashAsync(script, folder);
        exitCode.ShouldBe(0, output);
        var printed = output.Split(End);
        printed.Length.ShouldBe(_steps.Count + 1, output);
        foreach (var (step, actual) in _steps.Zip(printed))
        {
            var (expected, lines) = (LinesOf(step.Output), LinesOf(actual));
            lines.Count.ShouldBe(expected.Count, $"README.md, below\n{step.Commands}\nshows\n{step.Output}\nand the program printed\n{actual}");
            expected.Zip(lines).ShouldAllBe(pair => IsAsShown(pair.First, pair.Second), $"README.md, below\n{step.Commands}\nshows\n{step.Output}\nand the program printed\n{actual}");
        }
    }

    private static List<string> LinesOf(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsAsShown(string shown, string line)
    {
        var pattern = Id().Replace(Regex.Escape(shown), match => $"{match.Groups["prefix"].Value}_[0-9A-Z]{{26}}").Replace("…", ".*", StringComparison.Ordinal);
        return Regex.IsMatch(line, $"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(5));
    }

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex("(?<prefix>[a-z]+)_[0-9A-Z]{26}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
