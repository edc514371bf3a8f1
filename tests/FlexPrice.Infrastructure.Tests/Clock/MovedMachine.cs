namespace FlexPrice.Infrastructure.Tests.Clock;

/// <summary>A machine with a wrong clock. Durations are measured by a monotonic clock.</summary>
internal sealed class MovedMachine : TimeProvider
{
    private readonly long _began = System.GetTimestamp();

    /// <summary>By how much its clock is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>How long everything takes in addition.</summary>
    public TimeSpan Passed { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead + Passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (System.GetElapsedTime(_began) + Passed).Ticks;
}
