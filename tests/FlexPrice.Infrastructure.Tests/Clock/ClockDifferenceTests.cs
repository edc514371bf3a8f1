using FlexPrice.Infrastructure.Clock;

namespace FlexPrice.Infrastructure.Tests.Clock;

public sealed class ClockDifferenceTests
{
    [Theory]
    [InlineData(5, 0, false, true)]
    [InlineData(-5, 0, false, true)]
    [InlineData(5.1, 0, true, false)]
    [InlineData(-5.1, 0, true, false)]
    [InlineData(6, 2, false, false)]
    [InlineData(-6, 2, false, false)]
    [InlineData(4, 2, false, false)]
    [InlineData(8, 2, true, false)]
    public void Clock_WhenItDiffersByMoreThanFiveSeconds_IsOffUnlessTheMeasurementIsInDoubt(double ahead, double doubt, bool isOff, bool isRight)
    {
        var difference = new ClockDifference(TimeSpan.FromSeconds(ahead), TimeSpan.FromSeconds(doubt));

        (difference.ExceedsTolerance, difference.IsWithinTolerance).ShouldBe((isOff, isRight));
    }

    [Fact]
    public void Difference_WhenSaid_SaysTheDirection()
    {
        new ClockDifference(TimeSpan.FromHours(2), TimeSpan.Zero).ToString().ShouldBe("7200.0 s ahead of the database's");
        new ClockDifference(TimeSpan.FromSeconds(-6.25), TimeSpan.Zero).ToString().ShouldBe("6.3 s behind the database's");
    }
}
