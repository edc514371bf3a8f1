using FlexPrice.Infrastructure.Clock;

namespace FlexPrice.Infrastructure.Tests.Clock;

public sealed class DatabaseTimeTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    private readonly MovedMachine _machine = new();
    private readonly DatabaseTime _time;

    public DatabaseTimeTests() => _time = new DatabaseTime(_machine);

    [Fact]
    public void Time_WhenTheDatabaseWasNotHeard_IsTheMachines()
    {
        _machine.Ahead = TimeSpan.FromHours(2);

        ShouldBeAbout(_machine.GetUtcNow());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void Time_WhenTheMachinesClockIsSet_GoesOnAsItWas(int hours)
    {
        _time.Record(Store.Noon, TimeSpan.Zero);

        _machine.Ahead = TimeSpan.FromHours(hours);
        _machine.Passed = TimeSpan.FromMinutes(5);

        ShouldBeAbout(Store.Noon.AddMinutes(5));
    }

    [Fact]
    public void Time_WhenTheDatabaseSaysAnother_IsThat()
    {
        _time.Record(Store.Noon, TimeSpan.Zero);

        _time.Record(Store.Noon.AddHours(1), TimeSpan.FromMinutes(1));

        ShouldBeAbout(Store.Noon.AddHours(1));
    }

    [Fact]
    public void Time_WhenWhatTheDatabaseSaysLeavesDoubt_StaysAsItWas()
    {
        _time.Record(Store.Noon, TimeSpan.Zero);

        _time.Record(Store.Noon.AddMinutes(2), TimeSpan.FromMinutes(3));

        ShouldBeAbout(Store.Noon);
    }

    private void ShouldBeAbout(DateTimeOffset expected) => (_time.GetUtcNow() - expected).Duration().ShouldBeLessThan(Moment);
}
