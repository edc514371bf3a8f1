using System.Runtime.CompilerServices;

namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>The page of the documentation that tells what became of deletions that were cut off. It is written by the run that <c>FLEXPRICE_UPDATE_DOCS</c> asks for it.</summary>
internal static class CrashPage
{
    public static void WriteIfAsked(Engine engine, string table)
    {
        if (System.Environment.GetEnvironmentVariable("FLEXPRICE_UPDATE_DOCS") is null)
        {
            return;
        }

        var processes = Fleet.SizeOn(engine) == 1 ? "one process" : $"one of {Fleet.SizeOn(engine)} processes";
        File.WriteAllText(
            PathOf(engine),
            $"""
            # Killed while deleting, on {engine.Name}

            Written by a run of the end-to-end tests: {processes} is killed with SIGKILL at each step of a deletion and started again. `whole` means that nothing had changed, `gone` that
            the customer was deleted with one record, one audit entry and one announcement; there is no third outcome. `answered 204` counts callers who had their answer before.

            ```
            {table.TrimEnd()}
            ```

            """.ReplaceLineEndings("\n"));
    }

    private static string PathOf(Engine engine, [CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "crashes", $"{engine.Name.ToLowerInvariant()}.md");
}
