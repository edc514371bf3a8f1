namespace FlexPrice.Infrastructure.Outbox;

/// <summary>How the worker works.</summary>
internal static class OutboxOptions
{
    /// <summary>How many rows one worker handles at once.</summary>
    public const int Concurrency = 16;

    /// <summary>After how many attempts a row is given up.</summary>
    public const int MaximumAttempts = 12;

    /// <summary>How long the worker waits when nothing is due.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait after a failed attempt: doubling, with jitter, so that rows that failed together do not come back together.</summary>
    /// <param name="attempts">How often it was tried, 1 or more.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public static TimeSpan DelayAfter(int attempts, double jitter)
    {
        var doubled = FirstDelay * Math.Pow(2, Math.Min(attempts - 1, 20));
        var capped = doubled < LongestDelay ? doubled : LongestDelay;
        return capped * (0.5 + (jitter / 2));
    }
}
