using System.Net;
using System.Text.Json.Nodes;
using FlexPrice.Application;

namespace FlexPrice.Api.Tests.Deletions;

public abstract class DeletionPolicyTests(ApiFixture fixture)
{
    private const string Path = "/v1/settings/deletion-policy";

    [Fact]
    public async Task Policy_WhenNothingWasDecided_IsTheProducts()
    {
        var world = World.Another(fixture.Host);

        var edges = Edges(await world.Api.GetAsync(Path));

        string[] expected =
        [
            "subscriptions block [block,cancel_now] [block,cancel_now]",
            "draft_invoices discard [discard,block,finalize] [discard,block,finalize]",
            "outstanding_invoices block [block,void,write_off] [block,void,write_off]",
            "retained_invoices retain [retain,anonymize] [retain,anonymize]",
            "wallets block [block,forfeit,refund] [block,forfeit,refund]",
            "usage retain [retain,erase] [retain,erase]",
            "workflows stop [stop,block] [stop,block]",
            "child_customers block [block,cascade,detach,reparent] [block,cascade,detach,reparent]",
            "integrations erase [erase,notify,unlink] [erase,notify,unlink]",
            "legal_hold block [block] [block]",
        ];
        edges.Intersect(expected).ShouldBe(expected);
        edges.Select(edge => edge.Split(' ')[0]).ShouldBe(CascadeOrder.Edges);
    }

    [Fact]
    public async Task Policy_WhenDecidedForOneEdge_LeavesTheOthersAndHoldsForDeletions()
    {
        var world = World.Another(fixture.Host);
        await DecideAsync(world, "wallets", "forfeit");

        var edges = Edges(await DecideAsync(world, "subscriptions", "cancel_now", "block"));

        Of("subscriptions", edges).ShouldBe("subscriptions cancel_now [block] [block,cancel_now]");
        Of("wallets", edges).ShouldBe("wallets forfeit [] [block,forfeit,refund]");
        Of("usage", edges).ShouldBe("usage retain [retain,erase] [retain,erase]");
        Edges(await world.Api.GetAsync(Path)).ShouldBe(edges);
        world.Database.Count("audit_entries", "action = 'deletion_policy.decided' AND environment_id = @id", ("@id", world.Environment)).ShouldBe(2);
        var customer = await world.CustomerAsync();
        await world.SubscriptionAsync(customer);
        await world.WalletAsync(customer);
        (await world.Api.DeleteAsync($"/v1/customers/{customer}?wallets=block")).ShouldNameField("wallets").Details["wallets"]!.GetValue<string>().ShouldContain("Allowed: forfeit");
        await CommandEffect.DeletedAsync(world, customer);
    }

    [Fact]
    public async Task Policy_WhenAnotherEnvironmentDecides_IsNotTouched()
    {
        var (world, sibling) = (World.Another(fixture.Host), World.Another(fixture.Host, fixture.World.Tenant));
        var before = Edges(await fixture.World.Api.GetAsync(Path));

        await DecideAsync(world, "wallets", "forfeit");
        await DecideAsync(sibling, "usage", "erase");

        Edges(await fixture.World.Api.GetAsync(Path)).ShouldBe(before);
        Of("wallets", Edges(await sibling.Api.GetAsync(Path))).ShouldBe("wallets block [block,forfeit,refund] [block,forfeit,refund]");
    }

    [Theory]
    [InlineData("""{}""", "edges")]
    [InlineData("""{"edges":[]}""", "edges")]
    [InlineData("""{"edges":null}""", "edges")]
    [InlineData("""{"edges":[null]}""", "edges")]
    [InlineData("""{"edges":{}}""", "edges")]
    [InlineData("""{"edges":[{"edge":"wallets"}]}""", "edges[0].default")]
    [InlineData("""{"edges":[{"edge":"wallets","default":"burn"}]}""", "edges[0].default")]
    [InlineData("""{"edges":[{"edge":"wallets","default":"forfeit","allowed_overrides":["burn"]}]}""", "edges[0].allowed_overrides")]
    [InlineData("""{"edges":[{"edge":"wallets","default":"forfeit","allowed_overrides":[null]}]}""", "edges")]
    [InlineData("""{"edges":[{"edge":"invoices","default":"block"}]}""", "edges[0].edge")]
    [InlineData("""{"edges":[{"default":"block"}]}""", "edges[0].edge")]
    [InlineData("""{"edges":[{}]}""", "edges[0].edge")]
    [InlineData("""{"deletions_per_hour":0}""", "deletions_per_hour")]
    [InlineData("""{"deletions_per_hour":100001}""", "deletions_per_hour")]
    [InlineData("""{"deletions_per_hour":"many"}""", "deletions_per_hour")]
    [InlineData("""{"edges":[{"edge":"wallets","default":"forfeit"},{"edge":"legal_hold","default":"ignore"}]}""", "edges[1].default")]
    public async Task Policy_WhenTheDecisionIsWrong_IsRefusedByNameAndChangesNothing(string body, string field)
    {
        var before = fixture.World.Database.Dump();

        var refused = await fixture.World.Api.SendTextAsync(HttpMethod.Put, Path, body);

        refused.ShouldNameField(field);
        fixture.World.Database.Dump().ShouldEqual(before);
    }

    private static async Task<Answer> DecideAsync(World world, string edge, string @default, params string[] allowed) =>
        (await world.Api.PutAsync(Path, new { edges = new[] { new { edge, @default, allowed_overrides = allowed } } })).ShouldBe(HttpStatusCode.OK);

    private static string Of(string edge, IEnumerable<string> edges) => edges.Single(decided => decided.StartsWith($"{edge} ", StringComparison.Ordinal));

    private static List<string> Edges(Answer answer) =>
        [.. answer.ShouldBe(HttpStatusCode.OK).Body["edges"]!.AsArray().Select(edge => $"{edge!["edge"]} {edge["default"]} [{List(edge["allowed_overrides"]!)}] [{List(edge["actions"]!)}]")];

    private static string List(JsonNode node) => string.Join(',', node.AsArray().Select(entry => entry!.GetValue<string>()));

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : DeletionPolicyTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : DeletionPolicyTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : DeletionPolicyTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
