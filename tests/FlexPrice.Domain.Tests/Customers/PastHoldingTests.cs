using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Customers;

public sealed class PastHoldingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void End_WhenThereWasNoneBefore_IsNow()
    {
        var ended = End(Now, null);

        (ended.EndedAt, ended.CustomerId, ended.DeletionId, ended.IsResumed).ShouldBe((Now, CustomerId.From("cust_1"), null, false));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 10)]
    [InlineData(50, 60)]
    public void End_WhenAnotherWasNotBefore_ComesAfterIt(long previousTicks, long endTicks) => End(Now, Now.AddTicks(previousTicks)).EndedAt.ShouldBe(Now.AddTicks(endTicks));

    [Fact]
    public void End_WhenItIsFinerThanADatabaseCounts_IsCutToMicroseconds() => End(Now.AddTicks(19), null).EndedAt.ShouldBe(Now.AddTicks(10));

    private static PastHolding End(DateTimeOffset at, DateTimeOffset? previous) => PastHolding.End(new EnvironmentScope(default, default), new LookupHash("hash"), CustomerId.From("cust_1"), at, previous);
}
