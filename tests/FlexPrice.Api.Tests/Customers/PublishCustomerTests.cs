using System.Net;
using FlexPrice.Api.Tests.Deletions;

namespace FlexPrice.Api.Tests.Customers;

public abstract class PublishCustomerTests(ApiFixture fixture)
{
    private const string Columns = "status, cancel_at, cancel_at_period_end, cancelled_at, ends_because_archived, end_date";

    private World World => fixture.World;

    [Fact]
    [Cell("subscriptions", "publish", "take_back_end")]
    public async Task Publish_WhenArchivingEndedSubscriptions_TakesBackExactlyThat()
    {
        var customer = await World.CustomerAsync();
        var (active, draft, cancelled) = (await World.SubscriptionAsync(customer), await World.SubscriptionAsync(customer, "draft"), await World.SubscriptionAsync(customer, "cancelled"));
        var (scheduled, scheduledLater) = (await World.SubscriptionAsync(customer), await World.SubscriptionAsync(customer));
        await CancelAtEndAsync(scheduled);
        var before = StateOf(active, draft, cancelled, scheduled);
        await World.ArchiveAsync(customer);
        await CancelAtEndAsync(scheduledLater);
        var wanted = StateOf(scheduledLater);

        var deed = await CommandEffect.DoneAsync(World, () => World.SetStatusAsync(customer, "published"));

        deed.Answer.ShouldBe(HttpStatusCode.OK).Body["status"]!.GetValue<string>().ShouldBe("published");
        deed.ShouldTouchOnly("customers", "subscriptions").ShouldAnnounce(("customer_published", "customer_id", customer));
        deed.Updated("subscriptions").ShouldBe([active, draft], ignoreOrder: true);
        StateOf(active, draft, cancelled, scheduled).ShouldBe(before);
        StateOf(scheduledLater).ShouldBe(wanted, "What the customer scheduled while archived stays");
    }

    [Fact]
    public async Task Publish_WhenTheExternalIdIsTakenMeanwhile_IsAConflictThatChangesNothing()
    {
        var customer = await World.CustomerAsync();
        await World.SubscriptionAsync(customer);
        await World.ArchiveAsync(customer);
        await World.CustomerAsync(externalId: World.ExternalIdOf(customer));
        var before = World.Database.Dump();

        var refused = await World.SetStatusAsync(customer, "published");

        refused.ShouldBeError(HttpStatusCode.Conflict, "already_exists", "A customer with this identifier already exists");
        World.Database.Dump().ShouldEqual(before, "The conflict");
        (await World.Api.PutAsync($"/v1/customers/{customer}", new { status = "published", external_id = Ids.ExternalId() })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Publish_WhenTheSameCallTakesTheExternalIdOfAnArchivedCustomer_TakesItOnce()
    {
        var (former, customer) = (await World.CustomerAsync(), await World.CustomerAsync());
        await World.ArchiveAsync(former);
        await World.ArchiveAsync(customer);

        var answer = await World.Api.PutAsync($"/v1/customers/{customer}", new { status = "published", external_id = World.ExternalIdOf(former) });

        answer.ShouldBe(HttpStatusCode.OK).Body["status"]!.GetValue<string>().ShouldBe("published");
        World.Database.Count("past_holdings", "customer_id = @id", ("@id", former)).ShouldBe(1);
        World.Database.Count("past_holdings", "customer_id = @id", ("@id", customer)).ShouldBe(1);
    }

    [Fact]
    public async Task Publish_WhenAlreadyPublished_ChangesNothing()
    {
        var customer = await World.CustomerAsync();

        var deed = await CommandEffect.DoneAsync(World, () => World.SetStatusAsync(customer, "published"));

        deed.Answer.ShouldBe(HttpStatusCode.OK);
        deed.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("Archived")]
    [InlineData("")]
    public async Task Status_WhenItIsNoStatusToSet_IsRefused(string status)
    {
        var customer = await World.CustomerAsync();
        var before = World.Database.Dump();

        (await World.SetStatusAsync(customer, status)).ShouldNameField("status");

        World.Database.Dump().ShouldEqual(before);
    }

    private async Task CancelAtEndAsync(string subscription) =>
        (await World.Api.PostAsync($"/v1/subscriptions/{subscription}/cancel", new { cancellation_type = "end_of_period" })).ShouldBe(HttpStatusCode.OK);

    private string StateOf(params string[] subscriptions) => string.Join('\n', subscriptions.Select(id =>
        string.Join(';', World.Database.Rows($"SELECT {Columns} FROM subscriptions WHERE id = @id", ("@id", id)).ShouldHaveSingleItem().Values)));

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : PublishCustomerTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : PublishCustomerTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : PublishCustomerTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
