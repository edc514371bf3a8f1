using FlexPrice.Application.Abstractions;

namespace FlexPrice.Testing.Crashes;

/// <summary>One SIGKILL: the step of the deletion that hits it, and the step of another deletion at that moment.</summary>
/// <param name="Step">The step that kills.</param>
/// <param name="WaitingAt">The step at which an earlier deletion waits, if one does.</param>
internal sealed record Crash(string Step, string? WaitingAt)
{
    public const string Fault = "killed";

    /// <summary>The steps of deletions when the process dies.</summary>
    public IReadOnlyList<string> Steps => WaitingAt is null ? [Step] : [Step, WaitingAt];

    /// <summary>The last step before the commit, the first one after it, and two of the worker.</summary>
    private static readonly string[] EveryTime = [Failpoint.TransactionSaved, Failpoint.TransactionCommitted, Failpoint.OutboxClaimed, Failpoint.ReactionDone];

    // What the waiting deletion has set off opens transactions, too: it would run into a step that every transaction has.
    private static bool IsOfDeletionsOnly(string step) => !step.StartsWith("transaction.", StringComparison.Ordinal) && step != Failpoint.EventsDrained;

    /// <summary>Crashes that hit every step once. Where one process does everything, another deletion waits in it and is hit, too; in pairs that differ from round to round.</summary>
    public static IEnumerable<Crash> Round(Engine engine, int round)
    {
        if (Fleet.SizeOn(engine) > 1)
        {
            return Crashes.Steps.On(engine).Select(step => new Crash(step, WaitingAt: null));
        }

        var steps = Crashes.Steps.On(engine).Except(Crashes.Steps.OutsideOfTransactions).OrderByDescending(IsOfDeletionsOnly).ToList();
        var companions = steps.Count(IsOfDeletionsOnly);
        var waiting = Crashes.Steps.OutsideOfTransactions.Select((step, number) => (step, At: (number + round) % companions)).ToDictionary(pair => pair.At, pair => pair.step);
        return steps.Select((step, number) => new Crash(step, waiting.GetValueOrDefault(number)));
    }

    /// <summary>Some of the crashes of a round: those that a run never leaves out, and a third of the others.</summary>
    public static IReadOnlyList<Crash> Draw(Engine engine, Random random)
    {
        var round = Round(engine, 0).ToLookup(crash => crash.Steps.Intersect(EveryTime).Any());
        var others = round[false].ToArray();
        random.Shuffle(others);
        return [.. round[true], .. others.Take(others.Length / 3)];
    }

    public override string ToString() => WaitingAt is null ? Step : $"{Step} while another waits at {WaitingAt}";
}
