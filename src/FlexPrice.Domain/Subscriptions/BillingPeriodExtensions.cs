namespace FlexPrice.Domain.Subscriptions;

/// <summary>Calendar arithmetic with billing periods.</summary>
public static class BillingPeriodExtensions
{
    /// <summary>The end of the period that contains a time.</summary>
    /// <param name="period">The length of one period.</param>
    /// <param name="count">How many of them make a billing period, 1 or more.</param>
    /// <param name="start">When the first period begins.</param>
    /// <param name="now">The time.</param>
    /// <returns>The begin and the end of the period; the first one when <paramref name="now"/> is before it.</returns>
    public static (DateTimeOffset Start, DateTimeOffset End) PeriodAt(this BillingPeriod period, int count, DateTimeOffset start, DateTimeOffset now)
    {
        var index = now <= start ? 0 : EstimateIndex(period, count, start, now);
        while (period.Add(start, count * (index + 1)) <= now)
        {
            index++;
        }

        return (period.Add(start, count * index), period.Add(start, count * (index + 1)));
    }

    private static int EstimateIndex(BillingPeriod period, int count, DateTimeOffset start, DateTimeOffset now)
    {
        // One below the true index at most: the longest month is 31 days, the longest year 366.
        var longestPeriodInDays = period switch
        {
            BillingPeriod.Monthly => 31,
            BillingPeriod.Annual => 366,
            BillingPeriod.Weekly => 7,
            BillingPeriod.Daily => 1,
            BillingPeriod.Quarterly => 92,
            BillingPeriod.HalfYearly => 184,
        };
        return (int)((now - start).TotalDays / longestPeriodInDays / count);
    }

    private static DateTimeOffset Add(this BillingPeriod period, DateTimeOffset start, int periods) => period switch
    {
        BillingPeriod.Monthly => start.AddMonths(periods),
        BillingPeriod.Annual => start.AddYears(periods),
        BillingPeriod.Weekly => start.AddDays(7d * periods),
        BillingPeriod.Daily => start.AddDays(periods),
        BillingPeriod.Quarterly => start.AddMonths(3 * periods),
        BillingPeriod.HalfYearly => start.AddMonths(6 * periods),
    };
}
