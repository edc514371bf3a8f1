using System.Diagnostics;

namespace FlexPrice.EndToEnd.Tests.Harness;

/// <summary>Waits for something that another process does, at most until a deadline.</summary>
internal static class Poll
{
    /// <summary>Generous, because the machine may be busy; nothing waits that long unless it is broken.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public static Task UntilAsync(Func<bool> holds, string what, Func<string> situation) =>
        UntilAsync(() => Task.FromResult(holds()), what, situation);

    public static async Task UntilAsync(Func<Task<bool>> holds, string what, Func<string> situation)
    {
        var waiting = Stopwatch.StartNew();
        while (!await holds())
        {
            if (waiting.Elapsed > Deadline)
            {
                throw new TimeoutException($"Waited {Deadline.TotalSeconds} s in vain for {what}.\n{situation()}");
            }

            await Task.Delay(Glance);
        }
    }
}
