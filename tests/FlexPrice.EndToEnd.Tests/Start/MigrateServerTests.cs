using Npgsql;

namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>An operator who migrates apart from the start, on a server that has no such database yet.</summary>
public sealed class MigrateServerTests : IOn<PostgreSqlEngine>
{
    [Fact]
    public async Task Migrate_WhenTheServerHasNoSuchDatabase_ShowsWhatItWouldDoAndMakesIt()
    {
        var database = PostgreSqlServer.Shared.NameDatabase();
        await using var installation = Installation.For("migrate-server", database).ForShortLives();

        var dryRun = await installation.RunAsync("migrate", "--dry-run");
        dryRun.ExitCode.ShouldBe(0, dryRun.Output);
        dryRun.Output.ShouldContain("CREATE TABLE customers");
        (await Should.ThrowAsync<PostgresException>(database.ConnectAsync)).SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName, "a dry run makes nothing");

        (await installation.RunAsync("migrate")).Output.ShouldContain("_Initial");
        (await installation.RunAsync("migrate")).Output.ShouldContain("up to date");
        await using var server = await installation.StartAsync();
        (await server.Client.GetAsync("/v1/customers")).Expecting(200);
    }
}
