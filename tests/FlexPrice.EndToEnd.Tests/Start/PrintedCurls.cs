using System.Text.RegularExpressions;

namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>What a developer sees on the console after the start.</summary>
internal sealed partial class PrintedCurls
{
    private const string DeleteMethod = "-X DELETE";

    private PrintedCurls(IReadOnlyList<string> lines)
    {
        var curls = lines.Select(line => line.Trim()).Where(line => line.StartsWith("curl ", StringComparison.Ordinal)).ToList();
        var deletions = curls.Where(curl => curl.Contains(DeleteMethod, StringComparison.Ordinal)).ToList();
        deletions.Count.ShouldBe(2, string.Join('\n', lines));
        Deleting = deletions[0];
        Refused = deletions[1];
        Planning = curls.Except(deletions).ShouldHaveSingleItem();
        Key = KeyHeader().Match(Deleting).Groups["key"].Value;
        LinesWithKey = [.. lines.Where(line => line.Contains(Key, StringComparison.Ordinal))];
        LogLines = [.. lines.Where(line => LogLine().IsMatch(line))];
    }

    public string Deleting { get; }

    public string Refused { get; }

    public string Planning { get; }

    public string Key { get; }

    public IReadOnlyList<string> LinesWithKey { get; }

    /// <summary>The lines that came from the logger.</summary>
    public IReadOnlyList<string> LogLines { get; }

    /// <summary>Waits for the console to show them.</summary>
    public static async Task<PrintedCurls> OfAsync(Server server)
    {
        await Poll.UntilAsync(() => server.Lines.Count(line => line.Contains("curl ", StringComparison.Ordinal)) >= 3, "three curls on the console", server.Tail);
        return new PrintedCurls(server.Lines);
    }

    [GeneratedRegex("x-api-key: (?<key>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyHeader();

    [GeneratedRegex(@"^\d\d:\d\d:\d\d (trce|dbug|info|warn|fail|crit): ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LogLine();
}
