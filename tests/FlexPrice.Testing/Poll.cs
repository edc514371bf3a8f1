using System.Diagnostics;

namespace FlexPrice.Testing;

/// <summary>Waits for something that happens in the background or in another process, at most until a deadline.</summary>
internal static class Poll
{
    /// <summary>Generous, because the machine may be busy; nothing waits that long unless it is broken.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    public static Task UntilAsync(Func<bool> holds, string what, Func<string> situation) =>
        UntilAsync(() => Task.FromResult(holds()), what, situation);

    public static Task UntilAsync(Func<Task<bool>> holds, string what, Func<string> situation) =>
        UntilAsync(holds, isTrue => isTrue, what, _ => situation());

    public static Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isThere, string what) =>
        UntilAsync(look, isThere, what, seen => $"Last seen: {seen}");

    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isThere, string what, Func<T, string> situation)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (isThere(seen))
            {
                return seen;
            }

            if (waiting.Elapsed > Deadline)
            {
                throw new TimeoutException($"Waited {Deadline.TotalSeconds} s in vain for {what}.\n{situation(seen)}");
            }

            await Task.Delay(Interval);
        }
    }
}
