using System.Reflection;
using FlexPrice.Application;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Architecture.Tests.Documentation;

/// <summary>The pages of what becomes of deletions that are cut off, which a run of the end-to-end tests writes, against the steps that the product has.</summary>
public sealed class CrashPagesTests
{
    private static readonly string[] OfTheEmbeddedDatabase = [Failpoint.StorageScrubbing, Failpoint.StorageScrubbed];
    private static readonly string[] OfTheBroker = [Failpoint.MessagePublished];

    // Neither is a failpoint of the product: the tests stop the server and the broker there.
    private static readonly string[] BesidesFailpoints = ["statements.sent", "message.sent"];

    [Fact]
    public void PostgreSqlPage_WhenTheProductHasAStep_TellsOfItAndOfEveryFault() =>
        Check("postgresql", [.. Steps().Except(OfTheEmbeddedDatabase), .. BesidesFailpoints], ["killed", "server restarted", "connections cut", "broker stopped", "channel lacking"]);

    [Fact]
    public void SqlitePage_WhenTheProductHasAStep_TellsOfIt() =>
        Check("sqlite", [.. Steps().Except(OfTheBroker)], ["killed"]);

    // The next long run asks for rows of a new edge, and goes through it anyway: adding an edge does not need an hour.
    private static IEnumerable<string> Steps() =>
        typeof(Failpoint).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static void Check(string page, IReadOnlyCollection<string> steps, IReadOnlyCollection<string> faults)
    {
        steps.Count.ShouldBeGreaterThan(10);
        var lines = File.ReadAllLines(Path.Combine(Product.Root, "docs", "crashes", $"{page}.md"));

        const string Remedy = "write the pages anew: FLEXPRICE_UPDATE_DOCS=1 ./build/test.sh --long";
        var head = lines.Single(line => line.StartsWith("| step |", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        head.Skip(1).ShouldBe(faults, ignoreOrder: true, Remedy);
        steps.Where(step => !lines.Any(line => line.StartsWith($"| `{step}` |", StringComparison.Ordinal))).ShouldBeEmpty(Remedy);

        var edges = lines.Where(line => line.StartsWith($"| `{Failpoint.EdgeApplied("")}", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).ToList();
        edges.ShouldNotBeEmpty();
        edges.Except(CascadeOrder.Edges.Select(Failpoint.EdgeApplied)).ShouldBeEmpty(Remedy);
    }
}
