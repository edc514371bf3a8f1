using System.Diagnostics;

namespace FlexPrice.Architecture.Tests.Documentation;

/// <summary>The gate and the pages about SQL Server state truthfully on which databases tests have run.</summary>
public sealed class DatabasesPageTests
{
    private static readonly string Script = Path.Combine(Product.Root, "build", "databases.sh");

    [Fact]
    public async Task Gate_WhenNoSqlServerWasNamed_SaysThatItsStatementsWereParsedAndBoundOnly() =>
        (await SayAsync(Line("OnSqlite", "Passed"), Line("OnSqlite", "Failed"), Line("OnPostgreSql", "Passed"), Line("OnPostgreSql", "NotExecuted"), Line("OnSqlServerWords", "Passed")))
            .ShouldBe("SQLite: 2 run; PostgreSQL 15: 1 run; SQL Server: none run, statements parsed and bound only");

    [Fact]
    public async Task Gate_WhenASqlServerWasNamed_SaysHowManyRanOnIt() =>
        (await SayAsync(Line("OnSqlServer", "Passed"))).ShouldBe("SQLite: none run; PostgreSQL 15: none run; SQL Server: 1 run");

    [Fact]
    public void Gate_WhenItEnds_SaysWhatRanWhere() => File.ReadAllText(Path.Combine(Product.Root, "build", "test.sh")).ShouldContain("\nbuild/databases.sh \"$results\" ");

    [Fact]
    public void Guide_WhenItSpeaksOfSqlServer_SaysWhatIsUnproven()
    {
        var guide = File.ReadAllText(Path.Combine(Product.Root, "docs", "guides", "install.md"));

        string[] said = ["never run on SQL Server itself", "without being SQL Server", "locks", "plans", "lock escalation", "`MERGE`", "`READ_COMMITTED_SNAPSHOT`", "`Encrypt=Strict`", "needs SQL Server 2022", "COMPATIBILITY_LEVEL", "`QUOTED_IDENTIFIER`"];
        said.Where(words => !guide.Contains(words, StringComparison.Ordinal)).ShouldBeEmpty();
        guide.ShouldNotContain("Password=…;Encrypt=Strict");
    }

    // As the logger of the tests writes it.
    private static string Line(string engine, string outcome) =>
        $"""    <UnitTestResult executionId="1" testId="2" testName="FlexPrice.Api.Tests.Deletions.RollBackTests+{engine}.Deletion_WhenItFails_RollsBack(edge: &quot;UsageEdge&quot;)" computerName="m" outcome="{outcome}" testListId="3" />""";

    private static async Task<string> SayAsync(params string[] lines)
    {
        var results = Directory.CreateTempSubdirectory("flexprice-results-");
        try
        {
            await File.WriteAllLinesAsync(Path.Combine(results.CreateSubdirectory("Some.Tests").FullName, "Some.trx"), lines);
            using var process = Process.Start(new ProcessStartInfo("bash", [Script, results.FullName, "15"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0);
            return said.Trim();
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }
}
