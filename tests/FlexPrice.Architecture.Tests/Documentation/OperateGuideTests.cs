using System.Diagnostics.Metrics;
using System.Reflection;
using FlexPrice.Application.Telemetry;

namespace FlexPrice.Architecture.Tests.Documentation;

/// <summary>The operator's guide against what the product measures.</summary>
public sealed class OperateGuideTests
{
    [Fact]
    public void Guide_WhenTheProductMeasuresSomething_NamesItAndItsAlert()
    {
        var metrics = Metrics();
        metrics.Count.ShouldBeGreaterThan(8);
        var guide = Guide();

        metrics.Where(metric => !guide.Any(line => line.StartsWith($"| `{metric}`", StringComparison.Ordinal) && line.Split(" | ").Length == 4)).ShouldBeEmpty("docs/guides/operate.md has a row of four cells for each metric: name, what it is, what is usual, when to act.");
    }

    [Fact]
    public void Guide_WhenItHasARowOfAMetric_NamesOneThatTheProductMeasures() =>
        Guide().SkipWhile(line => !line.StartsWith("| metric |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('`')[1]).ShouldBe(Metrics(), ignoreOrder: true, "The rows of docs/guides/operate.md are the metrics of FlexPriceTelemetry.");

    [Fact]
    public void Guide_WhenTheProductHasAPhase_NamesIt()
    {
        var phases = typeof(Phase).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();
        phases.Count.ShouldBeGreaterThan(5);
        var row = Guide().Single(line => line.StartsWith($"| `{FlexPriceTelemetry.PhaseDuration.Name}`", StringComparison.Ordinal));

        phases.Where(phase => !row.Contains($"`{phase}`", StringComparison.Ordinal)).ShouldBeEmpty("The row of the duration of phases in docs/guides/operate.md names every constant of Phase.");
    }

    private static IReadOnlyList<string> Metrics() =>
        [.. typeof(FlexPriceTelemetry).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)).OfType<Instrument>().Select(metric => metric.Name)];

    private static string[] Guide() => File.ReadAllLines(Path.Combine(Product.Root, "docs", "guides", "operate.md"));
}
