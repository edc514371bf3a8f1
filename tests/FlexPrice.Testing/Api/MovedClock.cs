namespace FlexPrice.Testing.Api;

/// <summary>The clock of a machine that is set: it continues from there. Timers and durations use a monotonic clock, as on a machine.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _by));

    public void Move(TimeSpan by) => Interlocked.Add(ref _by, by.Ticks);
}
