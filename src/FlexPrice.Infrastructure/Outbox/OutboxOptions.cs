using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>How the worker works.</summary>
internal static class OutboxOptions
{
    /// <summary>After how many attempts a row counts as given up.</summary>
    public const int MaximumAttempts = 12;

    /// <summary>How long the worker waits when nothing is due.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DelayOfGivenUp = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestAskedFor = TimeSpan.FromDays(1);

    /// <summary>How many rows of a lane one worker handles at once. Rows that wait for a scrub all wait for the same one.</summary>
    /// <param name="lane">The kind of work.</param>
    public static int ConcurrencyOf(ReactionLane lane) => lane switch
    {
        ReactionLane.Upkeep => 8,
        ReactionLane.Scrubbing => 64,
        ReactionLane.Outgoing => 16,
        ReactionLane.Broker => 16,
    };

    /// <summary>
    /// How long to wait after a failed attempt: doubling up to 10 minutes, then, given up, an hour, for ever. All of it with jitter,
    /// so that rows that failed together are not retried together.
    /// </summary>
    /// <param name="attempts">How often it was tried, 1 or more.</param>
    /// <param name="jitter">From 0 to 1.</param>
    public static TimeSpan DelayAfter(int attempts, double jitter)
    {
        if (IsGivenUpAfter(attempts))
        {
            return Jittered(DelayOfGivenUp, jitter);
        }

        var doubled = FirstDelay * Math.Pow(2, attempts - 1);
        return Jittered(doubled < LongestDelay ? doubled : LongestDelay, jitter);
    }

    /// <summary>The delay when the failed receiver has requested one: at least that long, never shorter than the usual delay, at most a day.</summary>
    /// <param name="attempts">How often it was tried, 1 or more.</param>
    /// <param name="askedFor">The requested delay; null for none.</param>
    /// <param name="jitter">From 0 to 1: up to a tenth is added.</param>
    public static TimeSpan DelayAfter(int attempts, TimeSpan? askedFor, double jitter)
    {
        var own = DelayAfter(attempts, jitter);
        if (askedFor is not { } asked || asked <= own)
        {
            return own;
        }

        var capped = asked < LongestAskedFor ? asked : LongestAskedFor;
        return capped * (1 + (jitter / 10));
    }

    /// <summary>Whether a row counts as given up.</summary>
    /// <param name="attempts">How often it was tried.</param>
    public static bool IsGivenUpAfter(int attempts) => attempts >= MaximumAttempts;

    private static TimeSpan Jittered(TimeSpan delay, double jitter) => delay * (0.5 + (jitter / 2));
}
