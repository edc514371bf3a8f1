namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>An operator who migrates apart from the start.</summary>
public sealed class MigrateTests : IOn<SqliteEngine>
{
    [Fact]
    public async Task Migrate_WhenTheStartMayNot_ShowsWhatItWouldDoAndDoesIt()
    {
        await using var installation = Installation.For("migrate", Engine.Of(this)).With("Database__MigrateOnStart", "false");

        var dryRun = await installation.RunAsync("migrate", "--dry-run");
        dryRun.ExitCode.ShouldBe(0, dryRun.Output);
        dryRun.Output.ShouldContain("CREATE TABLE \"customers\"");
        File.Exists(installation.DatabasePath).ShouldBeFalse("a dry run makes nothing");
        (await installation.FailToStartAsync()).ShouldBeRefusedWith("Database__MigrateOnStart");

        (await installation.RunAsync("migrate")).Output.ShouldContain("_Initial");
        (await installation.RunAsync("migrate")).Output.ShouldContain("up to date");
        (await installation.RunAsync("migrate", "--dry-run")).Output.ShouldNotContain("CREATE");
        (await installation.RunAsync("migrate", "--now")).ExitCode.ShouldBe(2);
        await using var server = await installation.StartAsync();
        (await server.Client.GetAsync("/v1/customers")).Expecting(200);
    }
}
