using FlexPrice.Application.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>One SIGKILL: where the deletion stands that runs into it, and where another one stands at that moment.</summary>
/// <param name="Step">The step that kills.</param>
/// <param name="WaitingAt">The step at which an earlier deletion waits, if one does.</param>
internal sealed record Crash(string Step, string? WaitingAt)
{
    public const string Fault = "killed";

    // What the waiting deletion has set off opens transactions, too: it would run into a step that every transaction has.
    private static bool IsOfDeletionsOnly(string step) => !step.StartsWith("transaction.", StringComparison.Ordinal) && step != Failpoint.EventsDrained;

    /// <summary>Crashes that hit every step once. Where one process does everything, another deletion waits in it and is hit, too; in pairs that differ from round to round.</summary>
    public static IEnumerable<Crash> Round(Engine engine, int round)
    {
        if (Fleet.SizeOn(engine) > 1)
        {
            return Steps.On(engine).Select(step => new Crash(step, WaitingAt: null));
        }

        var steps = Steps.All.Except(Steps.OutsideOfTransactions).OrderByDescending(IsOfDeletionsOnly).ToList();
        var companions = steps.Count(IsOfDeletionsOnly);
        var waiting = Steps.OutsideOfTransactions.Select((step, number) => (step, At: (number + round) % companions)).ToDictionary(pair => pair.At, pair => pair.step);
        return steps.Select((step, number) => new Crash(step, waiting.GetValueOrDefault(number)));
    }

    public override string ToString() => WaitingAt is null ? Step : $"{Step} while another waits at {WaitingAt}";
}
