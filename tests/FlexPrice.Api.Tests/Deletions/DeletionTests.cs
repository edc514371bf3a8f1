using System.Net;

namespace FlexPrice.Api.Tests.Deletions;

public abstract class DeletionTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Fact]
    public async Task Deletion_WhenEverythingIsDone_IsCompletedWithEveryStep()
    {
        var customer = await World.CustomerAsync();
        await World.WalletAsync(customer);
        await World.UsageAsync(World.ExternalIdOf(customer), 3);
        var deleted = await World.Api.DeleteAsync($"/v1/customers/{customer}?wallets=forfeit&usage=erase");

        var completed = await World.CompletedAsync(deleted.Headers["FlexPrice-Deletion-Id"]);

        completed.Body["state"]!.GetValue<string>().ShouldBe("completed");
        foreach (var step in new[] { "created_at", "cleaned_at", "scrubbed_at", "told_at", "completed_at", "updated_at" })
        {
            completed.Body[step]!.GetValue<string>().ShouldEndWith("Z");
        }

        completed.Body["usage_events_erased"]!.GetValue<int>().ShouldBe(3);
        completed.Body["requested_by"]!.GetValue<string>().ShouldStartWith("secret_");
        completed.Body["plan_digest"]!.GetValue<string>().ShouldStartWith("sha256:");
        await Poll.UntilAsync(() => Task.FromResult(World.Database.Count("outbox_messages", "ordering_key = @id", ("@id", customer))), left => left == 0, "an empty outbox");
    }

    [Fact]
    public async Task Search_WhenFiltered_FindsTheDeletionsAsked()
    {
        var world = World.Another(fixture.Host);
        var root = await world.CustomerAsync();
        var (child, other) = (await world.CustomerAsync(root), await world.CustomerAsync());
        await world.Api.DeleteAsync($"/v1/customers/{root}?child_customers=cascade");
        var last = (await world.Api.DeleteAsync($"/v1/customers/{other}")).Headers["FlexPrice-Deletion-Id"];

        var all = await SearchAsync(world, new { });
        await world.CompletedAsync(last);

        all.Items.Count.ShouldBe(3);
        all.Items[0]["id"]!.GetValue<string>().ShouldBe(last, "The newest first");
        all.Body["pagination"]!["total"]!.GetValue<int>().ShouldBe(3);
        (await SearchAsync(world, new { customer_id = child })).Items.ShouldHaveSingleItem()["customer_id"]!.GetValue<string>().ShouldBe(child);
        (await SearchAsync(world, new { customer_id = "wallet_1" })).Items.ShouldBeEmpty();
        (await SearchAsync(world, new { state = "completed" })).Items.Select(deletion => deletion["id"]!.GetValue<string>()).ShouldContain(last);
        (await SearchAsync(world, new { state = "failed_verification" })).Items.ShouldBeEmpty();
        var page = await SearchAsync(world, new { limit = 1, offset = 1 });
        page.Items.ShouldHaveSingleItem()["id"]!.GetValue<string>().ShouldBe(all.Items[1]["id"]!.GetValue<string>());
        page.Body["pagination"]!.ToJsonString().ShouldBe("""{"limit":1,"offset":2,"total":3}""");
        (await SearchAsync(fixture.World, new { customer_id = root })).Items.ShouldBeEmpty("Another tenant's");
    }

    [Theory]
    [InlineData("""{"state":"done"}""", "state", "Request validation failed")]
    [InlineData("""{"limit":1001}""", "limit", "Invalid filter parameters")]
    [InlineData("""{"limit":-1}""", "limit", "Invalid filter parameters")]
    [InlineData("""{"offset":-1}""", "offset", "Invalid filter parameters")]
    public async Task Search_WhenAFieldIsWrong_NamesIt(string body, string field, string message) =>
        (await World.Api.SendTextAsync(HttpMethod.Post, "/v1/deletions/search", body)).ShouldNameField(field).Message.ShouldBe(message);

    [Fact]
    public async Task Get_WhenThereIsNone_Is404() =>
        (await World.Api.GetAsync($"/v1/deletions/{Ids.New("del")}")).ShouldBeError(HttpStatusCode.NotFound, "not_found");

    private static async Task<Answer> SearchAsync(World world, object body) => (await world.Api.PostAsync("/v1/deletions/search", body)).ShouldBe(HttpStatusCode.OK);

    public sealed class OnSqlite(WorkingApiOn<SqliteEngine> fixture) : DeletionTests(fixture), IClassFixture<WorkingApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(WorkingApiOn<PostgreSqlEngine> fixture) : DeletionTests(fixture), IClassFixture<WorkingApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(WorkingApiOn<SqlServerEngine> fixture) : DeletionTests(fixture), IClassFixture<WorkingApiOn<SqlServerEngine>>;
}
