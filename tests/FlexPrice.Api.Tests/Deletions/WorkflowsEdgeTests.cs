using System.Net;

namespace FlexPrice.Api.Tests.Deletions;

public abstract class WorkflowsEdgeTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Theory]
    [InlineData("")]
    [InlineData("?workflows=stop")]
    [Cell("workflows", "delete", "stop")]
    public async Task Stop_WhenWorkflowsAreInEveryState_DeletesThemAndAnnouncesTheRunningOne(string query)
    {
        var customer = await World.CustomerAsync();
        var neighbour = await World.WorkflowAsync(await World.CustomerAsync());
        var running = await World.WorkflowAsync(customer);
        string[] ended = [await World.WorkflowAsync(customer, "completed"), await World.WorkflowAsync(customer, "failed"), await World.WorkflowAsync(customer, "stopped")];

        var deed = await CommandEffect.DeletedAsync(World, customer, query);

        deed.ShouldTouchOnly("customers", "workflows").ShouldAnnounce(("customer_deleted", "customer_id", customer), ("workflow_stopped", "workflow_id", running));
        deed.Deleted("workflows").ShouldBe([running, .. ended], ignoreOrder: true);
        World.Database.Text("SELECT status FROM workflows WHERE id = @id", ("@id", neighbour)).ShouldBe("running");
    }

    [Fact]
    [Cell("workflows", "delete", "block")]
    public async Task Block_WhenOneRuns_RefusesUntilItIsStopped()
    {
        var customer = await World.CustomerAsync();
        var running = await World.WorkflowAsync(customer);
        await World.WorkflowAsync(customer, "completed");

        var refused = await CommandEffect.RefusedAsync(World, customer, "?workflows=block");

        refused.Message.ShouldBe("The customer has running workflows");
        var blocker = refused.Blockers.ShouldHaveSingleItem();
        blocker["edge"]!.GetValue<string>().ShouldBe("workflows");
        blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([running]);
        (await World.Api.PostAsync($"/v1/workflows/{running}/stop", new { })).ShouldBe(HttpStatusCode.OK);
        var deed = await CommandEffect.DeletedAsync(World, customer, "?workflows=block");
        deed.ShouldTouchOnly("customers", "workflows").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("workflows").Count.ShouldBe(2);
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : WorkflowsEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : WorkflowsEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : WorkflowsEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
