using System.Reflection;
using System.Text.RegularExpressions;

namespace FlexPrice.Architecture.Tests.Documentation;

/// <summary>Pages for engineers name only types, members and folders that exist.</summary>
public sealed partial class ArchitecturePageTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    // Names that look like types of ours and are none.
    private static readonly string[] Others = ["Degraded", "Healthy", "Unhealthy", "Location", "Inspect", "Decide", "Apply"];

    private static readonly HashSet<string> Types = [.. Product.Types.Select(type => type.Name.Split('`')[0])];

    private static readonly HashSet<string> Folders =
        [.. Directory.EnumerateDirectories(Path.Combine(Product.Root, "src"), "*", SearchOption.AllDirectories).Where(folder => !folder.Contains("/obj", StringComparison.Ordinal)).Select(folder => Path.GetFileName(folder)!)];

    [Fact]
    public void Page_WhenItNamesAType_NamesOneThatExists()
    {
        var page = File.ReadAllText(Path.Combine(Product.Root, "docs", "architecture.md"));
        Names(page).Count().ShouldBeGreaterThan(40);
        Unknown(page).ShouldBeEmpty("docs/architecture.md names what does not exist: correct the page.");
    }

    [Theory]
    [InlineData("`CascadePlaner`", "CascadePlaner")]
    [InlineData("`CascadePlanner.Guess`", "CascadePlanner.Guess")]
    [InlineData("`ICascadeEdges`", "ICascadeEdges")]
    public void Page_WhenItNamesWhatDoesNotExist_IsRefused(string page, string unknown) => Unknown(page).ShouldBe([unknown]);

    private static IEnumerable<string> Unknown(string page) => Names(page).Where(name => !Exists(name));

    private static IEnumerable<string> Names(string page) => Code().Matches(page).Select(match => match.Groups["name"].Value).Where(name => Name().IsMatch(name)).Distinct(StringComparer.Ordinal).Except(Others, StringComparer.Ordinal);

    private static bool Exists(string name) => name.Split('.') is [var type, var member]
        ? Product.Types.Any(known => known.Name.Split('`')[0] == type && known.GetMember(member, Any).Length > 0)
        : Types.Contains(name) || Folders.Contains(name);

    [GeneratedRegex("`(?<name>[^`\n]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?!FlexPrice\.)[A-Z][a-z]\w+(\.[A-Z][a-z]\w+)?$|^I[A-Z][a-z]\w+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
