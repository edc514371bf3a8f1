using System.Runtime.CompilerServices;

namespace FlexPrice.Testing.Crashes;

/// <summary>The documentation page about interrupted deletions. A run with <c>FLEXPRICE_UPDATE_DOCS</c> writes what it has met.</summary>
internal static class CrashPage
{
    private const string OfTheServersClock = "A machine whose clock is off changes nothing, because processes go by the clock of the database server; neither does one that is set a day forward or back while the deletion is at `transaction.saved` or its reactions are at `outbox.claimed` (the tests of deletions and of the outbox).";
    private const string OfTheMachinesClock = "A clock that is set a day forward or back while the deletion is at `transaction.saved` or its reactions are at `outbox.claimed` changes nothing of what becomes of it (the tests of deletions); one that is set back has the reactions of a process that died wait until their lease is over by the new time (the tests of the outbox).";

    private static readonly List<(string Engine, Hit Hit)> Met = [];

    /// <summary>Whether this run writes the page, and so goes to every step.</summary>
    public static bool IsAsked => System.Environment.GetEnvironmentVariable("FLEXPRICE_UPDATE_DOCS") is not null;

    /// <summary>Writes the page when requested. Otherwise a run that went to every step refuses a page that lacks something it has met.</summary>
    public static void WriteOrCheck(Engine engine, IReadOnlyList<Hit> hits)
    {
        if (IsAsked)
        {
            Write(engine, hits);
        }
        else if (Rounds.Of(1) > 1)
        {
            var page = File.Exists(PathOf(engine)) ? File.ReadAllText(PathOf(engine)) : "";
            hits.Select(hit => hit.Step).Distinct().Where(step => !page.Contains($"| `{step}` |", StringComparison.Ordinal))
                .ShouldBeEmpty("write the page anew: FLEXPRICE_UPDATE_DOCS=1 ./build/test.sh --long");
        }
    }

    private static void Write(Engine engine, IReadOnlyList<Hit> hits)
    {
        Met.AddRange(hits.Select(hit => (engine.Name, hit)));
        var processes = Fleet.SizeOn(engine) == 1 ? "One process works" : $"{Fleet.SizeOn(engine)} processes work";
        File.WriteAllText(
            PathOf(engine),
            $"""
            # What becomes of a deletion that is cut off, on {engine.Name}

            Written by a run of the end-to-end tests. {processes} on the database; the deletion is at the step when the fault happens, or it does not count. `whole` means that nothing had changed,
            `gone` that the customer was deleted with one record, one audit entry and one announcement; there is no third outcome. `told` is what the caller heard. The faults:
            {string.Join(", ", FaultsOf(engine))}. {BesidesOf(engine)} {(engine is SqliteEngine ? OfTheMachinesClock : OfTheServersClock)}

            {TableOf(engine).TrimEnd()}

            """.ReplaceLineEndings("\n"));
    }

    private static string TableOf(Engine engine)
    {
        var hits = Met.Where(met => met.Engine == engine.Name).Select(met => met.Hit).ToList();
        return HitTable.Of(Steps.Everything.Where(step => hits.Exists(hit => hit.Step == step)), hits);
    }

    private static IEnumerable<string> FaultsOf(Engine engine)
    {
        yield return "`killed`, the process dies of SIGKILL and is started again";
        if (engine is PostgreSqlEngine)
        {
            yield return "`server restarted`, the database server stops without a word and recovers";
            yield return "`connections cut`, the server ends every session";
            yield return "`broker stopped`, the broker dies of SIGKILL and stays away until the deletion is answered";
            yield return "`another two hours ahead` and `another two hours behind`, one more process works beside the others on a machine whose clock is that far off";
            yield return "`channel lacking`, two more processes work, one without `Webhooks__Url` and one without `RabbitMq__Uri`";
        }
    }

    private static string BesidesOf(Engine engine) => engine is PostgreSqlEngine
        ? "The statements of the edges are sent together when the transaction is saved: up to `events.drained` the database has only read and locked. At `statements.sent`, which is no failpoint of the product, it has executed those of the edges and waits for a lock that the test holds before it writes the audit entry. At `message.sent` a message is on its way to a broker that the test has stopped in its tracks, at `message.published` the broker has confirmed a message of which the database does not know; what it is told twice has the same id."
        : "There is no server that could stop and no connection that could be cut.";

    private static string PathOf(Engine engine, [CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "crashes", $"{engine.Name.ToLowerInvariant()}.md");
}
