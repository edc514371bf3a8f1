using System.Xml.Linq;

namespace FlexPrice.EndToEnd.Tests.Kit;

/// <summary>What came of every test of a run.</summary>
/// <param name="Passed">The names of those that passed.</param>
/// <param name="Failed">The messages of the failed tests, by name.</param>
internal sealed record TestRun(IReadOnlyList<string> Passed, IReadOnlyDictionary<string, string> Failed)
{
    private static readonly XNamespace Format = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static TestRun Read(string file)
    {
        var results = XDocument.Load(file).Descendants(Format + "UnitTestResult").ToLookup(result => result.Attribute("outcome")!.Value);
        return new TestRun(
            [.. results["Passed"].Select(NameOf)],
            results["Failed"].ToDictionary(NameOf, result => result.Descendants(Format + "Message").FirstOrDefault()?.Value ?? "", StringComparer.Ordinal));
    }

    /// <summary>Everything passed, and these tests were among it.</summary>
    public void ShouldPass(params string[] tests)
    {
        Failed.Select(failed => $"{failed.Key}: {failed.Value}").ShouldBeEmpty();
        foreach (var test in tests)
        {
            Passed.ShouldContain(name => name.Contains($".{test}.", StringComparison.Ordinal) || name.Contains($".{test}+", StringComparison.Ordinal), $"No test of {test} was run.");
        }
    }

    /// <summary>Exactly these tests failed, each with a message that names what is missing.</summary>
    public void ShouldFail(params (string Test, string[] Missing)[] expected)
    {
        Failed.Keys.Select(ShortNameOf).ShouldBe(expected.Select(failure => failure.Test), ignoreOrder: true, string.Join('\n', Failed.Values));
        foreach (var (test, missing) in expected)
        {
            var said = Failed.Single(failed => ShortNameOf(failed.Key) == test).Value;
            missing.ShouldAllBe(what => said.Contains(what), $"{test} said: {said}");
        }
    }

    private static string NameOf(XElement result) => result.Attribute("testName")!.Value;

    // Class and method.
    private static string ShortNameOf(string name) => string.Join('.', name.Split('(')[0].Split('.')[^2..]);
}
