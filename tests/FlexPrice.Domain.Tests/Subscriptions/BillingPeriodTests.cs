using CsCheck;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Domain.Tests.Subscriptions;

public sealed class BillingPeriodTests
{
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Period_WhenStartIsTheLastOfJanuary_KeepsTheAnchorDay()
    {
        var start = new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);

        var (from, until) = BillingPeriod.Monthly.PeriodAt(1, start, start.AddDays(60));

        from.ShouldBe(new DateTimeOffset(2026, 3, 31, 0, 0, 0, TimeSpan.Zero));
        until.ShouldBe(new DateTimeOffset(2026, 4, 30, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Period_WhenStartIsInTheFuture_IsTheFirst() =>
        BillingPeriod.Weekly.PeriodAt(2, Given.Noon, Given.Noon.AddDays(-30)).ShouldBe((Given.Noon, Given.Noon.AddDays(14)));

    [Fact]
    public void Period_WhenAnyStartCountAndMoment_HoldsTheMoment() =>
        Gen.Select(Gen.Enum<BillingPeriod>(), Gen.Int[1, 12], Gen.Int[0, 4000], Gen.Int[0, 5_000_000])
            .Sample(
                (period, count, startDay, minutesLater) =>
                {
                    var start = Epoch.AddDays(startDay);
                    var now = start.AddMinutes(minutesLater);

                    var (from, until) = period.PeriodAt(count, start, now);

                    return from <= now && now < until;
                },
                iter: Rounds.Of(2_000));
}
