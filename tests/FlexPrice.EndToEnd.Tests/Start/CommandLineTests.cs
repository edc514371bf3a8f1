namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>The program as an operator calls it.</summary>
public sealed class CommandLineTests : IOn<SqliteEngine>
{
    [Fact]
    public async Task Arguments_WhenTheyAreUnknown_EndWith2AndStartNothing()
    {
        await using var installation = Installation.For("arguments", Engine.Of(this)).ForShortLives();
        string[][] wrong =
        [
            ["migratee"], ["serve", "--nope"], ["migrate", "--dry-runn"], ["--Databse:Provider=Sqlite"], ["Database:Provider=Sqlite"],
            ["api-keys"], ["api-keys", "create", "--name", "ci", "--role", "king"], ["api-keys", "create", "--name", "ci"], ["api-keys", "revoke"],
        ];

        var runs = await Task.WhenAll(wrong.Select(arguments => installation.RunAsync(arguments)));
        var help = await installation.RunAsync("--help");
        var version = await installation.RunAsync("--version");

        runs.ShouldAllBe(run => run.ExitCode == 2 && run.Output.Contains("Nothing was started.", StringComparison.Ordinal), string.Join('\n', runs.Select(run => run.Output)));
        (help.ExitCode, version.ExitCode).ShouldBe((0, 0));
        help.Output.ShouldContain("api-keys");
        version.Lines.ShouldHaveSingleItem().ShouldStartWith("1.");
        Directory.Exists(installation.DataFolder).ShouldBeFalse("nothing was made");
    }

    [Fact]
    public async Task ApiKeys_WhenMadeAndEndedAtTheCommandLine_WorkBesideAServerAndWithoutOne()
    {
        await using var installation = Installation.For("api-keys", Engine.Of(this)).ForShortLives();
        (await installation.RunAsync("api-keys", "create", "--name", "ci", "--role", "all_reader")).ShouldBeRefusedWith("migrate");
        (await installation.RunAsync("migrate")).ExitCode.ShouldBe(0);
        var before = KeyIn(await installation.RunAsync("api-keys", "create", "--name", "ci", "--role", "all_reader", "--role", "event_ingestor"));
        await using var server = await installation.StartAsync();
        using var client = ApiClient.At(server.Url, before);
        (await client.GetAsync("/v1/customers")).Expecting(200);
        (await client.PostAsync("/v1/customers", new { external_id = "ada", name = "Ada" })).Expecting(403);

        var beside = KeyIn(await installation.RunAsync("api-keys", "create", "--name", "beside", "--role", "super_admin", "--expires", "2100-01-31"));
        using var besideClient = ApiClient.At(server.Url, beside);
        var listed = (await besideClient.GetAsync("/v1/secrets/api/keys")).Expecting(200).Element.GetProperty("items").EnumerateArray().ToList();
        listed.Where(key => key.GetProperty("name").GetString() != "bootstrap").ShouldAllBe(key => key.GetProperty("created_by").GetString() == "operator");

        (await installation.RunAsync("api-keys", "revoke", "--prefix", "secret_")).ShouldBeRefusedWith("3 keys begin like that", "beside (super_admin)");
        var id = listed.Single(key => key.GetProperty("name").GetString() == "ci").GetProperty("id").GetString()!;
        (await installation.RunAsync("api-keys", "revoke", id)).Output.ShouldContain($"Revoked {id}");
        (await client.GetAsync("/v1/customers")).Expecting(401);
    }

    [Fact]
    public async Task Start_WhenItIsToldToEnd_SaysSoAndLeavesNothingHalfDone()
    {
        await using var installation = Installation.For("told-to-end", Engine.Of(this)).ForShortLives();
        Directory.CreateDirectory(installation.DataFolder);
        await using var held = new FileStream(installation.DatabasePath + ".lock", FileMode.Create, FileAccess.Write, FileShare.None);

        var ended = await installation.StartAndTerminateAsync("Another process is starting on the same database");

        ended.ExitCode.ShouldBe(143, ended.Output);
        ended.Output.ShouldContain("told to end before it had started");
        ended.Lines.ShouldAllBe(line => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal), ended.Output);
    }

    private static string KeyIn(EndedRun run)
    {
        run.ExitCode.ShouldBe(0, run.Output);
        return run.Lines.Single(line => line.StartsWith("sk_", StringComparison.Ordinal));
    }
}
