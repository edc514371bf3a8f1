namespace FlexPrice.Infrastructure.Clock;

/// <summary>How far the clock of this machine is from the database's.</summary>
/// <param name="Ahead">By how much it is ahead; less than zero when it is behind.</param>
/// <param name="Doubt">The uncertainty of the measurement: the round trip does not show when the server answered.</param>
internal sealed record ClockDifference(TimeSpan Ahead, TimeSpan Doubt)
{
    /// <summary>What processes may differ by.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>Whether the clock certainly differs by more than the tolerance.</summary>
    public bool ExceedsTolerance => Ahead.Duration() - Doubt > Tolerance;

    /// <summary>Whether the clock certainly differs by no more than the tolerance.</summary>
    public bool IsWithinTolerance => Ahead.Duration() + Doubt <= Tolerance;

    /// <summary>In words, for a person.</summary>
    public override string ToString() => FormattableString.Invariant($"{Ahead.Duration().TotalSeconds:0.0} s {(Ahead < TimeSpan.Zero ? "behind" : "ahead of")} the database's");
}
