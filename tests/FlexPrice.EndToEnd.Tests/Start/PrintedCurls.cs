using System.Text.RegularExpressions;

namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>What a developer sees on the console after the start.</summary>
internal sealed partial class PrintedCurls
{
    private PrintedCurls(IReadOnlyList<string> lines)
    {
        InOrder = [.. lines.Select(line => line.Trim()).Where(line => line.StartsWith("curl ", StringComparison.Ordinal))];
        InOrder.Count.ShouldBe(3, string.Join('\n', lines));
        Key = KeyHeader().Match(InOrder[0]).Groups["key"].Value;
        LinesWithKey = [.. lines.Where(line => line.Contains(Key, StringComparison.Ordinal))];
        LogLines = [.. lines.Where(line => LogLine().IsMatch(line))];
    }

    /// <summary>The calls as they are printed: ask, be refused, delete.</summary>
    public IReadOnlyList<string> InOrder { get; }

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
