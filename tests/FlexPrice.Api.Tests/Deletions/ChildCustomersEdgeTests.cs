using System.Net;

namespace FlexPrice.Api.Tests.Deletions;

public abstract class ChildCustomersEdgeTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Fact]
    [Cell("child_customers", "delete", "block")]
    public async Task Block_WhenThereAreChildren_RefusesAndChangesNothing()
    {
        var parent = await World.CustomerAsync();
        string[] children = [await World.CustomerAsync(parent), await World.CustomerAsync(parent)];
        await World.ArchiveAsync(children[1]);

        var refused = await CommandEffect.RefusedAsync(World, parent);

        var blocker = refused.Blockers.ShouldHaveSingleItem();
        blocker["edge"]!.GetValue<string>().ShouldBe("child_customers");
        blocker["count"]!.GetValue<int>().ShouldBe(2);
        blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe(children, ignoreOrder: true);
        blocker["fix"]!.GetValue<string>().ShouldContain("child_customers=cascade or detach or reparent&child_customers_parent=");
    }

    [Fact]
    [Cell("child_customers", "delete", "block")]
    public async Task Block_WhenTheCustomerIsAChildItself_DeletesItAndLeavesTheParent()
    {
        var parent = await World.CustomerAsync();
        var child = await World.CustomerAsync(parent);

        var deed = await CommandEffect.DeletedAsync(World, child);

        deed.ShouldTouchOnly("customers").ShouldAnnounce(("customer_deleted", "customer_id", child));
        deed.Deleted("customers").ShouldBe([child]);
        deed.Updated("customers").ShouldBeEmpty();
    }

    [Fact]
    [Cell("child_customers", "delete", "cascade")]
    public async Task Cascade_WhenTheTreeHasThreeLevels_DeletesEverybodyWithOneRecordEach()
    {
        var root = await World.CustomerAsync();
        var (left, right) = (await World.CustomerAsync(root), await World.CustomerAsync(root));
        var (grandchild, archived) = (await World.CustomerAsync(left), await World.CustomerAsync(right));
        var (wallet, subscription) = (await World.WalletAsync(grandchild), await World.SubscriptionAsync(archived, "cancelled"));
        await World.ArchiveAsync(archived);
        var neighbour = await World.CustomerAsync();

        var deed = await CommandEffect.DeletedAsync(World, root, "?child_customers=cascade&wallets=forfeit");

        string[] family = [root, left, right, grandchild, archived];
        deed.ShouldTouchOnly("customers", "wallets", "wallet_transactions", "subscriptions", "subscription_line_items")
            .ShouldAnnounce([("wallet_terminated", "wallet_id", wallet), .. family.Select(member => ("customer_deleted", "customer_id", member))]);
        deed.Deleted("customers").ShouldBe(family, ignoreOrder: true);
        deed.Updated("customers").ShouldBeEmpty();
        deed.Deleted("subscriptions").ShouldBe([subscription]);
        deed.Added("deletions").Count.ShouldBe(5);
        World.Database.Count("customers", "id = @id", ("@id", neighbour)).ShouldBe(1);
        ParentDeletionOf(root).ShouldBeNull();
        DeletionOf(root).ShouldBe(deed.DeletionId);
        ParentDeletionOf(left).ShouldBe(DeletionOf(root));
        ParentDeletionOf(right).ShouldBe(DeletionOf(root));
        ParentDeletionOf(grandchild).ShouldBe(DeletionOf(left));
        ParentDeletionOf(archived).ShouldBe(DeletionOf(right));
        World.Database.Count("audit_entries", "action = 'customer.deleted' AND subject_id IN (@a, @b, @c, @d, @e)", ("@a", root), ("@b", left), ("@c", right), ("@d", grandchild), ("@e", archived)).ShouldBe(5);
        var answered = await World.Api.GetAsync($"/v1/deletions/{DeletionOf(grandchild)}");
        answered.Body["parent_deletion_id"]!.GetValue<string>().ShouldBe(DeletionOf(left));
    }

    [Theory]
    [InlineData("subscription")]
    [InlineData("wallet")]
    [InlineData("payer")]
    [Cell("child_customers", "delete", "cascade")]
    public async Task Cascade_WhenOneNodeRefuses_RefusesForEverybody(string what)
    {
        var root = await World.CustomerAsync();
        var child = await World.CustomerAsync(await World.CustomerAsync(root));
        _ = what switch
        {
            "subscription" => await World.SubscriptionAsync(child, "paused"),
            "wallet" => await World.WalletAsync(child),
            _ => await World.SubscriptionAsync(await World.CustomerAsync(), payer: child),
        };

        var refused = await CommandEffect.RefusedAsync(World, root, "?child_customers=cascade");

        refused.Blockers.ShouldHaveSingleItem()["edge"]!.GetValue<string>().ShouldBe(what == "wallet" ? "wallets" : "subscriptions");
    }

    [Fact]
    [Cell("child_customers", "delete", "detach")]
    public async Task Detach_WhenThereAreChildren_LeavesThemWithoutParent()
    {
        var root = await World.CustomerAsync();
        var parent = await World.CustomerAsync(root);
        string[] children = [await World.CustomerAsync(parent), await World.CustomerAsync(parent)];
        var grandchild = await World.CustomerAsync(children[0]);

        var deed = await CommandEffect.DeletedAsync(World, parent, "?child_customers=detach");

        deed.ShouldTouchOnly("customers").ShouldAnnounce([("customer_deleted", "customer_id", parent), .. children.Select(child => ("customer_updated", "customer_id", child))]);
        deed.Deleted("customers").ShouldBe([parent]);
        deed.Updated("customers").ShouldBe(children, ignoreOrder: true);
        children.ShouldAllBe(child => ParentOf(child) == null);
        ParentOf(grandchild).ShouldBe(children[0]);
    }

    [Fact]
    [Cell("child_customers", "delete", "reparent")]
    public async Task Reparent_WhenAnotherParentIsNamed_MovesTheChildrenThere()
    {
        var root = await World.CustomerAsync();
        var parent = await World.CustomerAsync(root);
        string[] children = [await World.CustomerAsync(parent), await World.CustomerAsync(parent)];

        var deed = await CommandEffect.DeletedAsync(World, parent, $"?child_customers=reparent&child_customers_parent={root}");

        deed.ShouldTouchOnly("customers").ShouldAnnounce([("customer_deleted", "customer_id", parent), .. children.Select(child => ("customer_updated", "customer_id", child))]);
        deed.Updated("customers").ShouldBe(children, ignoreOrder: true);
        children.ShouldAllBe(child => ParentOf(child) == root);
    }

    [Fact]
    [Cell("child_customers", "delete", "reparent")]
    public async Task Reparent_WhenTheParentIsBad_AnswersWhichParameterAndWhy()
    {
        var customer = await World.CustomerAsync();
        var grandchild = await World.CustomerAsync(await World.CustomerAsync(customer));
        var archived = await World.CustomerAsync();
        await World.ArchiveAsync(archived);
        var stranger = await World.Another(fixture.Host).CustomerAsync();
        var before = World.Database.Dump();
        Task<Answer> DeleteAsync(string query) => World.Api.DeleteAsync($"/v1/customers/{customer}{query}");

        (await DeleteAsync("?child_customers=reparent")).ShouldNameField("child_customers_parent");
        (await DeleteAsync("?child_customers=reparent&child_customers_parent=")).ShouldBeError(HttpStatusCode.NotFound, "not_found").Details.ContainsKey("child_customers_parent").ShouldBeTrue();
        (await DeleteAsync($"?child_customers=reparent&child_customers_parent={customer}")).ShouldNameField("child_customers_parent");
        (await DeleteAsync($"?child_customers=reparent&child_customers_parent={grandchild}")).ShouldNameField("child_customers_parent");
        (await DeleteAsync($"?child_customers=reparent&child_customers_parent={Ids.New("cust")}")).ShouldBeError(HttpStatusCode.NotFound, "not_found")
            .Details["child_customers_parent"]!.GetValue<string>().ShouldStartWith("Name a published customer of this environment by our id");
        (await DeleteAsync($"?child_customers=reparent&child_customers_parent={stranger}")).ShouldBeError(HttpStatusCode.NotFound, "not_found");
        (await DeleteAsync($"?child_customers=reparent&child_customers_parent={archived}")).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");
        (await DeleteAsync($"?child_customers=detach&child_customers_parent={archived}")).ShouldNameField("child_customers_parent");
        (await DeleteAsync($"?child_customers_parent={archived}")).ShouldNameField("child_customers_parent");
        World.Database.Dump().ShouldEqual(before, "A bad parent");
    }

    private string? ParentOf(string customer) => World.Database.Text("SELECT parent_customer_id FROM customers WHERE id = @id", ("@id", customer));

    private string? DeletionOf(string customer) => World.Database.Text("SELECT id FROM deletions WHERE customer_id = @id", ("@id", customer));

    private string? ParentDeletionOf(string customer) => World.Database.Text("SELECT parent_deletion_id FROM deletions WHERE customer_id = @id", ("@id", customer));

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : ChildCustomersEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : ChildCustomersEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : ChildCustomersEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
