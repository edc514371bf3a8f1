namespace FlexPrice.Api.Tests.Deletions;

public abstract class LegalHoldEdgeTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Theory]
    [InlineData("")]
    [InlineData("?legal_hold=block")]
    [InlineData("?subscriptions=cancel_now&wallets=forfeit&usage=erase&child_customers=cascade")]
    [InlineData("?child_customers=detach")]
    [Cell("legal_hold", "delete", "block")]
    public async Task Block_WhenAHoldIsInForce_RefusesWhateverTheRequestChooses(string query)
    {
        var customer = await World.CustomerAsync();
        var hold = World.Hold(customer);
        World.Hold(customer, released: true);

        var refused = await CommandEffect.RefusedAsync(World, customer, query);

        refused.Message.ShouldBe("The customer's data is under legal hold");
        var blocker = refused.Blockers.ShouldHaveSingleItem();
        blocker["edge"]!.GetValue<string>().ShouldBe("legal_hold");
        blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([hold]);
    }

    [Fact]
    [Cell("legal_hold", "delete", "block")]
    public async Task Block_WhenHoldsAreReleased_DeletesThem()
    {
        var customer = await World.CustomerAsync();
        var hold = World.Hold(customer, released: true);

        var deed = await CommandEffect.DeletedAsync(World, customer);

        deed.ShouldTouchOnly("customers", "legal_holds").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("legal_holds").ShouldBe([hold]);
    }

    [Fact]
    public async Task Cascade_WhenAGrandchildIsUnderHold_RefusesTheWholeFamily()
    {
        var root = await World.CustomerAsync();
        var grandchild = await World.CustomerAsync(await World.CustomerAsync(root));
        World.Hold(grandchild);

        var refused = await CommandEffect.RefusedAsync(World, root, "?child_customers=cascade");

        refused.Blockers.ShouldHaveSingleItem()["edge"]!.GetValue<string>().ShouldBe("legal_hold");
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : LegalHoldEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : LegalHoldEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : LegalHoldEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
