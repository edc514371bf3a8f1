using FlexPrice.Domain.Retention;
using FlexPrice.Domain.Retention.Events;

namespace FlexPrice.Domain.Tests.Retention;

public sealed class RetentionPolicyTests
{
    [Fact]
    public void Policy_WhenNothingWasDecided_IsTenYears() => RetentionPolicy.Undecided(Given.Scope, Given.At(0)).Years.ShouldBe(10);

    [Fact]
    public void Policy_WhenDecided_IsAudited()
    {
        var policy = RetentionPolicy.Undecided(Given.Scope, Given.At(0));

        policy.Decide(7, Given.At(1));

        policy.Years.ShouldBe(7);
        var happened = policy.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<RetentionPolicyDecided>();
        happened.ShouldBe(new RetentionPolicyDecided(Given.Scope.EnvironmentId, 7, Given.At(1).At));
        happened.AuditAction.ShouldBe("retention_policy.decided");
        happened.AuditSubject.ShouldBe(Given.Scope.EnvironmentId.Value);
    }

    // The year counts in UTC, regardless of the local time.
    [Theory]
    [InlineData("2026-01-01T00:00:00Z", 0, 2027)]
    [InlineData("2026-12-31T23:59:59Z", 0, 2027)]
    [InlineData("2026-12-31T23:59:59Z", 10, 2037)]
    [InlineData("2027-01-01T00:30:00+01:00", 10, 2037)]
    [InlineData("2026-12-31T23:30:00-01:00", 10, 2038)]
    public void End_WhenComputed_IsTheFirstMomentAfterTheLastCalendarYear(string finalizedAt, int years, int expected) =>
        RetentionPolicy.EndOf(DateTimeOffset.Parse(finalizedAt, System.Globalization.CultureInfo.InvariantCulture), years)
            .ShouldBe(new DateTimeOffset(expected, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Ground_WhenShown_NamesThePeriod() => RetentionPolicy.GroundOf(6).ShouldContain("6 years from the end of the calendar year");
}
