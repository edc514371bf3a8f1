using System.Net;

namespace FlexPrice.Api.Tests.Deletions;

public abstract class SubscriptionsEdgeTests(ApiFixture fixture)
{
    private const string Message = "Please cancel all subscriptions before deleting the customer";

    private World World => fixture.World;

    [Theory]
    [InlineData("active")]
    [InlineData("paused")]
    [InlineData("incomplete")]
    [InlineData("trialing")]
    [InlineData("draft")]
    [Cell("subscriptions", "delete", "block")]
    public async Task Block_WhenASubscriptionIsNotCancelled_RefusesAndChangesNothing(string status)
    {
        var customer = await World.CustomerAsync();
        var subscription = await World.SubscriptionAsync(customer, status);

        var refused = await CommandEffect.RefusedAsync(World, customer);

        refused.Message.ShouldBe(Message);
        var blocker = refused.Blockers.ShouldHaveSingleItem();
        blocker["edge"]!.GetValue<string>().ShouldBe("subscriptions");
        blocker["count"]!.GetValue<int>().ShouldBe(1);
        blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([subscription]);
        blocker["fix"]!.GetValue<string>().ShouldContain("subscriptions=cancel_now");
    }

    [Fact]
    [Cell("subscriptions", "delete", "block")]
    public async Task Block_WhenAllAreCancelled_DeletesThemWithTheirLineItems()
    {
        var customer = await World.CustomerAsync();
        var subscription = await World.SubscriptionAsync(customer, "cancelled", lineItems: 2);

        var deed = await CommandEffect.DeletedAsync(World, customer);

        deed.ShouldTouchOnly("customers", "subscriptions", "subscription_line_items").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("subscriptions").ShouldBe([subscription]);
        deed.Deleted("subscription_line_items").Count.ShouldBe(2);
    }

    [Fact]
    [Cell("subscriptions", "delete", "cancel_now")]
    public async Task CancelNow_WhenSubscriptionsAreInEveryState_DeletesThemAndAnnouncesThoseThatRan()
    {
        var customer = await World.CustomerAsync();
        var neighbour = await World.SubscriptionAsync(await World.CustomerAsync());
        string[] running = [.. await Task.WhenAll(new[] { "active", "paused", "incomplete", "trialing", "draft" }.Select(status => World.SubscriptionAsync(customer, status)))];
        var cancelled = await World.SubscriptionAsync(customer, "cancelled");

        var deed = await CommandEffect.DeletedAsync(World, customer, "?subscriptions=cancel_now");

        deed.ShouldTouchOnly("customers", "subscriptions", "subscription_line_items")
            .ShouldAnnounce([("customer_deleted", "customer_id", customer), .. running.Select(id => ("subscription_cancelled", "subscription_id", id))]);
        deed.Deleted("subscriptions").ShouldBe([.. running, cancelled], ignoreOrder: true);
        deed.Deleted("subscription_line_items").Count.ShouldBe(6);
        World.Database.Text("SELECT status FROM subscriptions WHERE id = @id", ("@id", neighbour)).ShouldBe("active");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?subscriptions=cancel_now")]
    [Cell("subscriptions", "delete", "block")]
    [Cell("subscriptions", "delete", "cancel_now")]
    public async Task Payer_WhenTheOthersSubscriptionRuns_BlocksUntilAnotherPayerIsNamed(string query)
    {
        var (payer, owner, other) = (await World.CustomerAsync(), await World.CustomerAsync(), await World.CustomerAsync());
        var first = await World.SubscriptionAsync(owner, "trialing", payer);
        var second = await World.SubscriptionAsync(owner, "active", payer);

        var refused = await CommandEffect.RefusedAsync(World, payer, query);

        refused.Message.ShouldBe("The customer pays for subscriptions of other customers");
        refused.Blockers.ShouldHaveSingleItem()["count"]!.GetValue<int>().ShouldBe(2);
        (await World.Api.PutAsync($"/v1/subscriptions/{first}", new { invoicing_customer_id = "" })).ShouldBe(HttpStatusCode.OK);
        (await World.Api.PutAsync($"/v1/subscriptions/{second}", new { invoicing_customer_id = other })).ShouldBe(HttpStatusCode.OK);
        var deed = await CommandEffect.DeletedAsync(World, payer, query);
        deed.ShouldTouchOnly("customers").ShouldAnnounce(("customer_deleted", "customer_id", payer));
        World.Database.Count("subscriptions", "customer_id = @owner", ("@owner", owner)).ShouldBe(2);
    }

    [Fact]
    public async Task Payer_WhenTheOthersSubscriptionIsCancelled_IsOnlyTakenOff()
    {
        var (payer, owner) = (await World.CustomerAsync(), await World.CustomerAsync());
        var subscription = await World.SubscriptionAsync(owner, "cancelled", payer);

        var deed = await CommandEffect.DeletedAsync(World, payer);

        deed.ShouldTouchOnly("customers", "subscriptions").Updated("subscriptions").ShouldBe([subscription]);
        World.Database.Text("SELECT invoicing_customer_id FROM subscriptions WHERE id = @id", ("@id", subscription)).ShouldBeNull();
    }

    [Theory]
    [InlineData("block", "cancelled")]
    [InlineData("cancel_now", "active")]
    public async Task Inherited_WhenItsParentGoes_StaysAndStandsAlone(string action, string statusOfParent)
    {
        var (customer, heir) = (await World.CustomerAsync(), await World.CustomerAsync());
        var parent = await World.SubscriptionAsync(customer, statusOfParent);
        var inherited = await World.SubscriptionAsync(heir, "active", parent: parent);

        var deed = await CommandEffect.DeletedAsync(World, customer, $"?subscriptions={action}");

        deed.ShouldTouchOnly("customers", "subscriptions", "subscription_line_items").Updated("subscriptions").ShouldBe([inherited]);
        var row = World.Database.Rows("SELECT status, parent_subscription_id, cancel_at FROM subscriptions WHERE id = @id", ("@id", inherited)).ShouldHaveSingleItem();
        row["parent_subscription_id"].ShouldBeNull();
        row["status"].ShouldBe("active");
        row["cancel_at"].ShouldBeNull();
    }

    [Fact]
    public async Task Payer_WhenWhomItPaysForGoesAlong_DoesNotBlock()
    {
        var parent = await World.CustomerAsync();
        var child = await World.CustomerAsync(parent);
        await World.SubscriptionAsync(child, "active", payer: parent);

        var deed = await CommandEffect.DeletedAsync(World, parent, "?subscriptions=cancel_now&child_customers=cascade");

        deed.Deleted("customers").ShouldBe([parent, child], ignoreOrder: true);
        World.Database.Count("subscriptions", "customer_id IN (@parent, @child)", ("@parent", parent), ("@child", child)).ShouldBe(0);
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : SubscriptionsEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : SubscriptionsEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : SubscriptionsEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
