using System.Net;
using FlexPrice.Api.Tests.Deletions;

namespace FlexPrice.Api.Tests.Customers;

public abstract class ArchiveCustomerTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Fact]
    [Cell("subscriptions", "archive", "end_with_period")]
    public async Task Archive_WhenSubscriptionsAreInEveryState_EndsThoseThatRunWithTheirPeriod()
    {
        var customer = await World.CustomerAsync();
        string[] running = [.. await Task.WhenAll(new[] { "active", "paused", "incomplete", "trialing", "draft" }.Select(status => World.SubscriptionAsync(customer, status)))];
        var cancelled = await World.SubscriptionAsync(customer, "cancelled");
        var scheduled = await World.SubscriptionAsync(customer);
        (await World.Api.PostAsync($"/v1/subscriptions/{scheduled}/cancel", new { cancellation_type = "end_of_period" })).ShouldBe(HttpStatusCode.OK);

        var deed = await CommandEffect.DoneAsync(World, () => World.SetStatusAsync(customer, "archived"));

        deed.Answer.ShouldBe(HttpStatusCode.OK).Body["status"]!.GetValue<string>().ShouldBe("archived");
        deed.ShouldTouchOnly("customers", "subscriptions").ShouldAnnounce(("customer_archived", "customer_id", customer));
        deed.Updated("customers").ShouldBe([customer]);
        deed.Updated("subscriptions").ShouldBe(running, ignoreOrder: true);
        foreach (var id in running)
        {
            var row = World.Database.Rows("SELECT * FROM subscriptions WHERE id = @id", ("@id", id)).ShouldHaveSingleItem();
            row["status"].ShouldNotBe("cancelled");
            row["cancel_at_period_end"].ShouldBe(1L);
            row["cancel_at"].ShouldBe(row["current_period_end"]);
            row["ends_because_archived"].ShouldBe(1L);
        }

        World.Database.Count("subscriptions", "id IN (@a, @b) AND ends_because_archived = @false", ("@false", false), ("@a", cancelled), ("@b", scheduled)).ShouldBe(2);
    }

    [Fact]
    public async Task Archive_WhenThereAreWalletsChildrenHoldsAndUsage_LeavesThemAlone()
    {
        var customer = await World.CustomerAsync();
        await World.CustomerAsync(customer);
        await World.WalletAsync(customer);
        await World.UsageAsync(World.ExternalIdOf(customer));
        World.Hold(customer);
        await World.SubscriptionAsync(await World.CustomerAsync(), payer: customer);

        var deed = await CommandEffect.DoneAsync(World, () => World.SetStatusAsync(customer, "archived"));

        deed.Answer.ShouldBe(HttpStatusCode.OK);
        deed.ShouldTouchOnly("customers").Updated("customers").ShouldBe([customer]);
    }

    [Fact]
    public async Task Archived_WhenSomethingNewIsToHangOnIt_IsRefused()
    {
        var customer = await World.CustomerAsync();
        var (other, subscription) = (await World.CustomerAsync(), await World.SubscriptionAsync(await World.CustomerAsync()));
        await World.ArchiveAsync(customer);
        var before = World.Database.Dump();

        Answer[] refused =
        [
            await World.Api.PostAsync("/v1/subscriptions", new { customer_id = customer, plan_id = "plan", currency = "usd", billing_period = "MONTHLY" }),
            await World.Api.PostAsync("/v1/subscriptions", new { customer_id = other, invoicing_customer_id = customer, plan_id = "plan", currency = "usd", billing_period = "MONTHLY" }),
            await World.Api.PutAsync($"/v1/subscriptions/{subscription}", new { invoicing_customer_id = customer }),
            await World.Api.PostAsync("/v1/wallets", new { customer_id = customer, currency = "usd" }),
            await World.Api.PostAsync("/v1/customers", new { external_id = Ids.ExternalId(), name = "Child", parent_customer_id = customer }),
            await World.Api.PutAsync($"/v1/customers/{other}", new { parent_customer_id = customer }),
        ];

        foreach (var answer in refused)
        {
            answer.ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation").Details.ShouldNotBeEmpty();
        }

        refused[0].Message.ShouldBe("The customer must be active to create a subscription");
        World.Database.Dump().ShouldEqual(before, "A refusal");
    }

    [Fact]
    public async Task Archived_WhenReadAndUpdated_IsStillThere()
    {
        var customer = await World.CustomerAsync();
        var externalId = World.ExternalIdOf(customer);
        await World.ArchiveAsync(customer);

        (await World.Api.GetAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.OK).Body["status"]!.GetValue<string>().ShouldBe("archived");
        (await World.Api.GetAsync($"/v1/customers/external/{externalId}")).ShouldBeError(HttpStatusCode.NotFound, "not_found");
        (await World.Api.PutAsync($"/v1/customers/{customer}", new { name = "Augusta" })).ShouldBe(HttpStatusCode.OK).Body["name"]!.GetValue<string>().ShouldBe("Augusta");
        (await World.CustomerAsync(externalId: externalId)).ShouldNotBe(customer);
    }

    [Fact]
    public async Task Archived_WhenArchivedAgain_ChangesNothing()
    {
        var customer = await World.CustomerAsync();
        await World.SubscriptionAsync(customer);
        await World.ArchiveAsync(customer);

        var deed = await CommandEffect.DoneAsync(World, () => World.SetStatusAsync(customer, "archived"));

        deed.Answer.ShouldBe(HttpStatusCode.OK);
        deed.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Archived_WhenDeleted_IsGone()
    {
        var customer = await World.CustomerAsync();
        await World.SubscriptionAsync(customer);
        await World.ArchiveAsync(customer);

        (await CommandEffect.RefusedAsync(World, customer)).Message.ShouldBe("Please cancel all subscriptions before deleting the customer");
        var deed = await CommandEffect.DeletedAsync(World, customer, "?subscriptions=cancel_now");

        deed.ShouldTouchOnly("customers", "subscriptions", "subscription_line_items");
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : ArchiveCustomerTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : ArchiveCustomerTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : ArchiveCustomerTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
