using System.Text.RegularExpressions;

namespace FlexPrice.Architecture.Tests.Documentation;

/// <summary>Failures send to steps of the guides, so the guides have these steps.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public void Guide_WhenAFailureSendsToAStep_HasIt()
    {
        var guides = Directory.GetFiles(Path.Combine(Product.Root, "docs", "guides"), "add-*.md").ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);
        var sent = Directory.EnumerateFiles(Path.Combine(Product.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Step().Matches(File.ReadAllText(file)))
            .Select(match => (Guide: match.Groups["guide"].Value switch { "Command" => "add-a-command", "Edge" => "add-an-edge", var named => named }, Step: match.Groups["step"].Value))
            .Distinct()
            .ToList();

        sent.Count.ShouldBeGreaterThan(12);
        sent.Where(one => !HasStep(guides[one.Guide], one.Step)).ShouldBeEmpty();
    }

    [Fact]
    public void Guide_WhenItLacksAStep_IsCaught()
    {
        const string Text = "## 1. Generate\n\n1. **Order**: edges run in this order.";

        HasStep(Text, "Order").ShouldBeTrue();
        HasStep(Text, "Generate").ShouldBeTrue();
        HasStep(Text, "edges").ShouldBeFalse();
    }

    private static bool HasStep(string guide, string step) =>
        guide.Contains($"**{step}**", StringComparison.Ordinal) || Regex.IsMatch(guide, $@"^## \d\. {Regex.Escape(step)}$", RegexOptions.Multiline, TimeSpan.FromSeconds(1));

    [GeneratedRegex("""Guide\.(?<guide>Command|Edge)\("(?<step>[^"]+)"\)|\(docs/guides/(?<guide>add-[\w-]+)\.md, (?<step>[A-Z][^){]+)\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Step();
}
