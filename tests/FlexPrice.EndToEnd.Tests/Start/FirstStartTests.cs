using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>What the first minute with the product promises: a key and calls that work, every time.</summary>
public sealed class FirstStartTests : IOn<SqliteEngine>
{
    [FactNeeding("bash", "curl")]
    public async Task PrintedCurls_WhenServerStartsAgainAndAgain_DoWhatTheySay()
    {
        await using var installation = Installation.For("start", Engine.Of(this)).With("Sample__Data", "true").With("Bootstrap__ApiKey", null).With("Failpoints__Path", null);
        var keys = new List<string>();

        for (var start = 1; start <= 3; start++)
        {
            await using var server = await installation.StartAsync();
            var printed = await PrintedCurls.OfAsync(server);
            keys.Add(printed.Key);

            // Pasted from top to bottom, each command does what is printed above it.
            await PlanSaysDeletableAsync(printed.InOrder[0], installation.Folder);
            await RefusalNamesBlockersAsync(printed.InOrder[1], installation.Folder);
            await DeletionSucceedsAsync(printed.InOrder[2], installation.Folder);
            KeyIsShownButNotLogged(printed, server);
        }

        keys.Distinct().ShouldHaveSingleItem("the made-up key must stay the same");
        KeyFileIsPrivate(installation, keys[0]);
    }

    [FactNeeding("bash", "curl", "grep", "head", "seq")]
    public async Task Session_WhenThatOfTheReadmeIsPasted_PrintsWhatStandsThere()
    {
        await using var installation = Installation.For("readme", Engine.Of(this)).With("Bootstrap__ApiKey", null).With("Failpoints__Path", null);
        await using var server = await installation.StartAsync();

        await ReadmeSession.Of(await File.ReadAllTextAsync(ReadmePath())).RunAsync(server.Url, Path.Combine(installation.DataFolder, "dev-key"), installation.Folder);
    }

    [Fact]
    public async Task Servers_WhenTwoStartAtOnceInANewFolder_OneServesAndTheOtherIsRefused()
    {
        await using var installation = Installation.For("together", Engine.Of(this)).With("Sample__Data", "true").With("Failpoints__Path", null);

        var outcomes = await Task.WhenAll(installation.TryStartAsync(), installation.TryStartAsync());

        await using var server = outcomes.Select(outcome => outcome.Server).OfType<Server>().ShouldHaveSingleItem();
        outcomes.Select(outcome => outcome.Refused).OfType<EndedRun>().ShouldHaveSingleItem().ShouldBeRefusedWith("ConnectionStrings__FlexPrice", "another process serves already");
        (await installation.Database.CountAsync("SELECT count(*) FROM environments")).ShouldBe(1);
        (await installation.Database.CountAsync("SELECT count(*) FROM customers")).ShouldBe(4);

        await server.KillAsync();
        await using var next = await installation.StartAsync();
    }

    private static string ReadmePath([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "README.md");

    private static async Task PlanSaysDeletableAsync(string curl, string folder)
    {
        var (status, body) = await CurlAsync(curl, folder);
        status.ShouldBe(200, body);
        var plan = JsonElement.Parse(body);
        plan.GetProperty("deletable").GetBoolean().ShouldBeTrue(body);

        // A deletable customer has no legal hold, so only that edge is empty.
        plan.GetProperty("edges").EnumerateArray().Where(edge => edge.GetProperty("count").GetInt64() == 0).Select(edge => edge.GetProperty("edge").GetString())
            .ShouldBe(["legal_hold"], $"Sample__Data has one of each edge: add one of the new edge to SampleData.cs (docs/guides/add-an-edge.md, Sample). {body}");
    }

    private static async Task RefusalNamesBlockersAsync(string curl, string folder)
    {
        var (status, body) = await CurlAsync(curl, folder);
        status.ShouldBe(400, body);
        var blockers = JsonElement.Parse(body).GetProperty("details").GetProperty("blockers").EnumerateArray().ToList();
        blockers.Select(blocker => blocker.GetProperty("edge").GetString()).Distinct().ShouldBe(["subscriptions", "outstanding_invoices", "wallets", "child_customers", "legal_hold"], body);
        blockers.ShouldAllBe(blocker => blocker.GetProperty("fix").GetString() != "");
    }

    private static async Task DeletionSucceedsAsync(string curl, string folder)
    {
        var (status, body) = await CurlAsync(curl, folder);
        status.ShouldBe(204, body);
        (await CurlAsync(curl, folder)).Status.ShouldBe(404, "the customer is gone");
    }

    private static void KeyIsShownButNotLogged(PrintedCurls printed, Server server)
    {
        printed.Key.Length.ShouldBeGreaterThan(20);
        printed.LogLines.ShouldNotBeEmpty(server.Tail());
        printed.LogLines.ShouldAllBe(line => !line.Contains(" warn: ", StringComparison.Ordinal), "nothing is to be warned about");
        printed.LogLines.Count(line => line.Contains("Keys__Certificate", StringComparison.Ordinal)).ShouldBe(1);
        printed.LinesWithKey.ShouldNotBeEmpty();
        printed.LinesWithKey.ShouldAllBe(line => line.StartsWith("API key: ", StringComparison.Ordinal) || line.TrimStart().StartsWith("curl ", StringComparison.Ordinal));
        server.Lines.Where(line => line.Contains(" info: ", StringComparison.Ordinal)).ShouldAllBe(line => !line.Contains(printed.Key, StringComparison.Ordinal));
    }

    private static void KeyFileIsPrivate(Installation installation, string key)
    {
        var file = Path.Combine(installation.DataFolder, "dev-key");
        File.ReadAllText(file).Trim().ShouldBe(key);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    // -i is in what is printed, so the answer begins with the status line and its headers.
    private static async Task<(int Status, string Body)> CurlAsync(string curl, string folder)
    {
        var (exitCode, output) = await Tools.BashAsync(curl.Replace("curl -i", "curl -sS -i", StringComparison.Ordinal), folder);
        exitCode.ShouldBe(0, $"{curl}\n{output}");
        output.ShouldStartWith("HTTP/1.1 ");
        return (int.Parse(output.AsSpan("HTTP/1.1 ".Length, 3), System.Globalization.CultureInfo.InvariantCulture), output[(output.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }
}
