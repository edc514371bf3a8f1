namespace FlexPrice.Infrastructure.Clock;

/// <summary>How far the clock of this machine is from the database's.</summary>
/// <param name="Ahead">By how much it is ahead; less than zero when it is behind.</param>
/// <param name="Doubt">By how much the measurement may be wrong: nobody knows when on its way a question was answered.</param>
internal sealed record ClockDifference(TimeSpan Ahead, TimeSpan Doubt)
{
    /// <summary>What processes may differ by.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>Whether the clock is off, whatever the doubt.</summary>
    public bool ExceedsTolerance => Ahead.Duration() - Doubt > Tolerance;

    /// <summary>Whether the clock is right, whatever the doubt.</summary>
    public bool IsWithinTolerance => Ahead.Duration() + Doubt <= Tolerance;

    /// <summary>In words, for a person.</summary>
    public override string ToString() => FormattableString.Invariant($"{Ahead.Duration().TotalSeconds:0.0} s {(Ahead < TimeSpan.Zero ? "behind" : "ahead of")} the database's");
}
