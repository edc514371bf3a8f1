using System.Runtime.CompilerServices;

namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>The page of the documentation that tells what became of deletions that were cut off. It is written by a run that <c>FLEXPRICE_UPDATE_DOCS</c> asks for it, of whatever that run has met.</summary>
internal static class CrashPage
{
    private static readonly List<(string Engine, Hit Hit)> Met = [];

    /// <summary>Whether this run writes the page, and so goes to every step.</summary>
    public static bool IsAsked => System.Environment.GetEnvironmentVariable("FLEXPRICE_UPDATE_DOCS") is not null;

    public static void WriteIfAsked(Engine engine, IEnumerable<Hit> hits)
    {
        if (!IsAsked)
        {
            return;
        }

        Met.AddRange(hits.Select(hit => (engine.Name, hit)));
        var processes = Fleet.SizeOn(engine) == 1 ? "One process works" : $"{Fleet.SizeOn(engine)} processes work";
        File.WriteAllText(
            PathOf(engine),
            $"""
            # What becomes of a deletion that is cut off, on {engine.Name}

            Written by a run of the end-to-end tests. {processes} on the database; the deletion is at the step when the fault happens, or it does not count. `whole` means that nothing had changed,
            `gone` that the customer was deleted with one record, one audit entry and one announcement; there is no third outcome. `told` is what the caller heard. The faults:
            {string.Join(", ", FaultsOf(engine))}. {BesidesOf(engine)}

            {HitTable.Of(Steps.On(engine), [.. Met.Where(met => met.Engine == engine.Name).Select(met => met.Hit)]).TrimEnd()}

            """.ReplaceLineEndings("\n"));
    }

    private static IEnumerable<string> FaultsOf(Engine engine)
    {
        yield return "`killed`, the process dies of SIGKILL and is started again";
        if (engine is PostgreSqlEngine)
        {
            yield return "`server restarted`, the database server stops without a word and recovers";
            yield return "`connections cut`, the server ends every session";
        }
    }

    private static string BesidesOf(Engine engine) => engine is PostgreSqlEngine
        ? "The statements of the edges are sent together when the transaction is saved: up to `events.drained` the database has only read and locked. A broker that is down holds up no step (the tests of the broker), and a clock that is moved none but the claim of outbox rows (the tests of the outbox)."
        : "There is no server that could stop and no connection that could be cut.";

    private static string PathOf(Engine engine, [CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "crashes", $"{engine.Name.ToLowerInvariant()}.md");
}
