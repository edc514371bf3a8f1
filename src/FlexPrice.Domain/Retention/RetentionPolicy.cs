using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention.Events;

namespace FlexPrice.Domain.Retention;

/// <summary>How long an environment keeps invoices of deleted customers. One row per environment; without one <see cref="DefaultYears"/> hold. A change concerns invoices that are issued afterwards.</summary>
public sealed class RetentionPolicy : AggregateRoot
{
    /// <summary>The period when nothing was decided.</summary>
    public const int DefaultYears = 10;

    /// <summary>The longest period.</summary>
    public const int MaximumYears = 100;

    private RetentionPolicy()
    {
    }

    private RetentionPolicy(EnvironmentScope scope, Change created)
        : base(scope, created)
    {
    }

    /// <summary>How many years, counted from the end of the calendar year in which an invoice was issued.</summary>
    public int Years { get; private set; } = DefaultYears;

    /// <summary>The policy of an environment that has decided nothing.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="change">Time and actor.</param>
    public static RetentionPolicy Undecided(EnvironmentScope scope, Change change) => new(scope, change);

    /// <summary>Decides the period.</summary>
    /// <param name="years">0 to <see cref="MaximumYears"/>.</param>
    /// <param name="change">Time and actor.</param>
    public void Decide(int years, Change change)
    {
        Years = years;
        Touch(change);
        Raise(new RetentionPolicyDecided(EnvironmentId, years, change.At));
    }

    /// <summary>The end of an invoice's retention: the beginning of the calendar year after the last year of the period, UTC.</summary>
    /// <param name="finalizedAt">When the invoice was issued.</param>
    /// <param name="years">The period.</param>
    public static DateTimeOffset EndOf(DateTimeOffset finalizedAt, int years) => new(finalizedAt.UtcDateTime.Year + years + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The ground for retaining an invoice, in one sentence.</summary>
    /// <param name="years">The period.</param>
    public static string GroundOf(int years) => FormattableString.Invariant($"retention period of the environment, {years} years from the end of the calendar year");
}
