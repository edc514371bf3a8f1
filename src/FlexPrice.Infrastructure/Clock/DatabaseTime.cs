namespace FlexPrice.Infrastructure.Clock;

/// <summary>
/// The database's time as far as this process knows it: the last reading, plus the time passed since by a monotonic clock.
/// Before the first reading, the machine's time. On a database server all of the product uses it, so that processes agree regardless of their machines.
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

    /// <summary>Records a reading of the database's time. A reading within the uncertainty is ignored, so that time advances evenly.</summary>
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
