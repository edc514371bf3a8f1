namespace FlexPrice.Infrastructure.Clock;

/// <summary>
/// The database's time as far as this process knows it: what it last heard, and what has passed since by a clock that nobody sets.
/// Until it has heard anything, the machine's. On a database server all of the product goes by it, so that processes agree however their machines differ.
/// </summary>
/// <param name="machine">The machine's clock.</param>
internal sealed class DatabaseTime(TimeProvider machine) : TimeProvider
{
    private volatile ClockReading? _heard;

    public TimeProvider Machine => machine;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => _heard is { } heard ? heard.Time + machine.GetElapsedTime(heard.Timestamp) : machine.GetUtcNow();

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Notes what the database has just said. What may still be true is kept, so that time goes on evenly.</summary>
    /// <param name="time">The time in all likelihood.</param>
    /// <param name="doubt">By how much it may be another one.</param>
    public void Record(DateTimeOffset time, TimeSpan doubt)
    {
        if (_heard is null || (GetUtcNow() - time).Duration() > doubt)
        {
            _heard = new ClockReading(time, machine.GetTimestamp());
        }
    }

    private sealed record ClockReading(DateTimeOffset Time, long Timestamp);
}
