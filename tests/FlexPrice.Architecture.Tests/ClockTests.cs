using System.Text.RegularExpressions;

namespace FlexPrice.Architecture.Tests;

/// <summary>Who goes by the clock of the machine disagrees with the others as soon as it is off. The product's time is the one that is injected.</summary>
public sealed partial class ClockTests
{
    /// <summary>Who may name it, and what for.</summary>
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["FlexPrice.Infrastructure/Clock/ClockSetup.cs"] = "Decides what the product's time is.",
        ["FlexPrice.Infrastructure/Clock/DatabaseClock.cs"] = "Compares it with the database's.",
        ["FlexPrice.Infrastructure/Clock/DatabaseTime.cs"] = "Goes by it until the database was heard.",
    };

    [Fact]
    public void MachinesClock_WhenItIsNamed_IsNamedByWhoSetsTheProductsTime() =>
        Product.Sources.Where(source => NamesMachinesClock().IsMatch(source.Text)).Select(source => source.Path).ShouldBe(
            Named.Keys,
            ignoreOrder: true,
            "Take a TimeProvider in the constructor: it goes by the clock of the database (docs/decisions/0025-go-by-the-clock-of-the-database.md).");

    [Theory]
    [InlineData("var now = TimeProvider.System.GetUtcNow();", true)]
    [InlineData("var now = time.Machine.GetUtcNow();", true)]
    [InlineData("var now = DateTime.UtcNow;", true)]
    [InlineData("var now = clock.GetUtcNow();", false)]
    public void MachinesClock_WhenItIsNamed_IsFound(string text, bool isNamed) => NamesMachinesClock().IsMatch(text).ShouldBe(isNamed);

    [GeneratedRegex(@"\bTimeProvider\.System\b|\b[Mm]achine\.GetUtcNow\b|\bDateTime(Offset)?\.(Utc)?Now\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamesMachinesClock();
}
