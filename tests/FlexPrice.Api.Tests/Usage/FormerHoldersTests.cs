using System.Net;
using System.Text.Json.Nodes;

namespace FlexPrice.Api.Tests.Usage;

/// <summary>Usage belongs to the holder of the external id at its timestamp, however late it arrives and regardless of the current holder.</summary>
public abstract class FormerHoldersTests(ApiFixture fixture)
{
    // An environment for each test, so that each has its own event ids.
    private World World { get; } = World.Another(fixture.Host);

    [Fact]
    public async Task Usage_WhenItIsOfTheTimeOfADeletedCustomer_DoesNotReachTheNextHolder()
    {
        var externalId = Ids.ExternalId();
        var deleted = await World.CustomerAsync(externalId: externalId);
        var before = fixture.Host.Now();
        await World.Api.DeleteAsync($"/v1/customers/{deleted}");
        var next = await World.CustomerAsync(externalId: externalId);

        await SendAsync((externalId, "late", before), (externalId, "older", before.AddDays(-3)), (externalId, "own", null), (externalId, "later", before.AddMinutes(5)));

        (await OwnersAsync("late", "older", "own", "later")).ShouldBe([null, null, next, next]);
    }

    [Fact]
    public async Task Usage_WhenItIsOfTheTimeBeforeARenaming_IsTheCustomersWhoHeldTheExternalIdThen()
    {
        var (x, y) = (Ids.ExternalId(), Ids.ExternalId());
        var ada = await World.CustomerAsync(externalId: x);
        var ofAda = fixture.Host.Now();
        await RenameAsync(ada, y);
        var bob = await World.CustomerAsync(externalId: x);
        var ofBob = fixture.Host.Now();
        await RenameAsync(bob, Ids.ExternalId());
        var cyd = await World.CustomerAsync(externalId: x);

        await SendAsync((x, "of-ada", ofAda), (x, "of-bob", ofBob), (x, "of-cyd", null), (y, "back-filled", ofAda.AddYears(-1)), (x, "of-ada", ofAda));

        (await OwnersAsync("of-ada", "of-bob", "of-cyd", "back-filled")).ShouldBe([ada, bob, cyd, ada]);
        (await FoundAsync(x)).ShouldBe(["of-cyd"]);
        (await FoundAsync(y)).ShouldBe(["back-filled", "of-ada"]);
    }

    [Fact]
    public async Task Usage_WhenTwoCustomersSwapTheirExternalIds_FollowsThePersonAndNotTheName()
    {
        var (x, y) = (Ids.ExternalId(), Ids.ExternalId());
        var (ada, bob) = (await World.CustomerAsync(externalId: x), await World.CustomerAsync(externalId: y));
        var before = fixture.Host.Now();
        await RenameAsync(ada, Ids.ExternalId());
        await RenameAsync(bob, x);
        await RenameAsync(ada, y);

        await SendAsync((x, "x-before", before), (y, "y-before", before), (x, "x-now", null), (y, "y-now", null));

        (await OwnersAsync("x-before", "y-before", "x-now", "y-now")).ShouldBe([ada, bob, bob, ada]);
        await World.Api.DeleteAsync($"/v1/customers/{ada}");
        await SendAsync((x, "x-before-2", before), (y, "y-before-2", before), (x, "x-now-2", null), (y, "y-now-2", null));
        (await OwnersAsync("x-before-2", "y-before-2", "x-now-2", "y-now-2")).ShouldBe([null, bob, bob, null]);
    }

    [Fact]
    public async Task ExternalId_WhenItIsTakenBack_IsTheSameCustomersForAllTime()
    {
        var x = Ids.ExternalId();
        var ada = await World.CustomerAsync(externalId: x);
        await RenameAsync(ada, Ids.ExternalId());
        await SendAsync((x, "between", null));
        await RenameAsync(ada, x);

        await SendAsync((x, "first", fixture.Host.Now().AddDays(-1)), (x, "now", null));

        (await OwnersAsync("between", "first", "now")).ShouldBe([ada, ada, ada]);
    }

    [Fact]
    public async Task ExternalId_WhenItIsTakenFromAnArchivedCustomer_LeavesTheUsageUntilThenWithThatCustomer()
    {
        var x = Ids.ExternalId();
        var ada = await World.CustomerAsync(externalId: x);
        await World.ArchiveAsync(ada);
        await SendAsync((x, "archived", null));
        var before = fixture.Host.Now();
        var bob = await World.CustomerAsync(externalId: x);
        await SendAsync((x, "late", before), (x, "of-bob", null));
        await RenameAsync(bob, Ids.ExternalId());
        (await World.SetStatusAsync(ada, "published")).ShouldBe(HttpStatusCode.OK);

        await SendAsync((x, "of-ada-again", null));

        (await OwnersAsync("archived", "late", "of-bob", "of-ada-again")).ShouldBe([ada, ada, bob, ada]);
        await World.ArchiveAsync(ada);
        await SendAsync((x, "archived-again", null));
        (await OwnersAsync("archived-again")).ShouldBe([ada]);
    }

    [Fact]
    public async Task Deletion_WhenTheCustomerHadOtherExternalIds_TakesTheUsageUnderThemAndFencesThem()
    {
        var (x, y) = (Ids.ExternalId(), Ids.ExternalId());
        var ada = await World.CustomerAsync(externalId: x);
        await RenameAsync(ada, y);
        await SendAsync((x, "meter-1", null));
        await SendAsync((Ids.ExternalId(), "strangers", null));
        (await OwnersAsync("meter-1")).ShouldBe([""]);

        (await World.Api.DeleteAsync($"/v1/customers/{ada}")).ShouldBe(HttpStatusCode.NoContent);

        await SendAsync((x, "meter-2", null), (y, "meter-3", null), (x, "meter-4", fixture.Host.Now().AddDays(-1)));
        var next = await World.CustomerAsync(externalId: x);
        await SendAsync((x, "of-next", null));
        (await OwnersAsync("meter-1", "meter-2", "meter-3", "meter-4", "strangers", "of-next")).ShouldBe([null, null, null, null, "", next]);
        (await FoundAsync(x)).ShouldBe(["of-next"]);
        World.Database.Count("past_holdings", "customer_id = @id", ("@id", ada)).ShouldBe(0);
    }

    [Fact]
    public async Task Deletion_WhenSomebodyElseHoldsTheFormerExternalId_LeavesTheirUsage()
    {
        var x = Ids.ExternalId();
        var ada = await World.CustomerAsync(externalId: x);
        await RenameAsync(ada, Ids.ExternalId());
        await SendAsync((x, "gap", null));
        var bob = await World.CustomerAsync(externalId: x);

        await World.Api.DeleteAsync($"/v1/customers/{ada}");

        await SendAsync((x, "of-bob", null));
        (await OwnersAsync("gap", "of-bob")).ShouldBe([bob, bob]);
    }

    [Theory]
    [InlineData("delete the older")]
    [InlineData("delete both")]
    [InlineData("rename the older")]
    [InlineData("take it")]
    [InlineData("take it back")]
    public async Task ExternalId_WhenTwoWereArchivedWithItBeforeEndsWereKept_IsTheNewerOnes(string change)
    {
        var x = Ids.ExternalId();
        var older = await World.CustomerAsync(externalId: x);
        await World.ArchiveAsync(older);
        var newer = await World.CustomerAsync(externalId: x);
        await World.ArchiveAsync(newer);
        World.Database.Execute("DELETE FROM past_holdings WHERE customer_id = @id", ("@id", older));
        await SendAsync((x, "archived", null));
        var before = fixture.Host.Now();

        switch (change)
        {
            case "delete the older":
                (await World.Api.DeleteAsync($"/v1/customers/{older}")).ShouldBe(HttpStatusCode.NoContent);
                break;
            case "delete both":
                (await World.Api.DeleteAsync($"/v1/customers/{older}")).ShouldBe(HttpStatusCode.NoContent);
                (await World.Api.DeleteAsync($"/v1/customers/{newer}")).ShouldBe(HttpStatusCode.NoContent);
                break;
            case "rename the older":
                await RenameAsync(older, Ids.ExternalId());
                break;
            case "take it":
                await World.CustomerAsync(externalId: x);
                break;
            case "take it back":
                (await World.SetStatusAsync(older, "published")).ShouldBe(HttpStatusCode.OK);
                break;
        }

        await SendAsync((x, "late", before));
        (await OwnersAsync("archived", "late")).ShouldBe(change == "delete both" ? [null, null] : [newer, newer]);
    }

    [Fact]
    public async Task ExternalId_WhenNobodyGaveItUp_TakesUsageOfAnyTime()
    {
        var x = Ids.ExternalId();
        var ada = await World.CustomerAsync(externalId: x);
        var strangers = World.Another(fixture.Host, World.Tenant);
        await strangers.Api.DeleteAsync($"/v1/customers/{await strangers.CustomerAsync(externalId: x)}");

        await SendAsync((x, "old", fixture.Host.Now().AddYears(-3)));

        (await OwnersAsync("old")).ShouldBe([ada]);
    }

    private async Task RenameAsync(string customer, string externalId) =>
        (await World.Api.PutAsync($"/v1/customers/{customer}", new { external_id = externalId })).ShouldBe(HttpStatusCode.OK);

    private async Task SendAsync(params (string ExternalId, string EventId, DateTimeOffset? Timestamp)[] events) => (await World.Api.PostAsync(
        "/v1/events/bulk",
        new { events = events.Select(sent => new { event_id = sent.EventId, event_name = "call", external_customer_id = sent.ExternalId, timestamp = sent.Timestamp }) })).ShouldBe(HttpStatusCode.Accepted);

    // Null for a missing event, empty for one without an owner.
    private async Task<IReadOnlyList<string?>> OwnersAsync(params string[] eventIds)
    {
        var owners = new List<string?>();
        foreach (var eventId in eventIds)
        {
            var found = await SearchAsync(new { event_id = eventId, start_time = "2000-01-01T00:00:00Z", end_time = "2100-01-01T00:00:00Z" });
            owners.Add(found.Count == 0 ? null : found.ShouldHaveSingleItem()["customer_id"]?.GetValue<string>() ?? "");
        }

        return owners;
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string externalId) =>
        [.. (await SearchAsync(new { external_customer_id = externalId, start_time = "2000-01-01T00:00:00Z", end_time = "2100-01-01T00:00:00Z" })).Select(found => found["id"]!.GetValue<string>()).Order(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<JsonNode>> SearchAsync(object query) =>
        [.. (await World.Api.PostAsync("/v1/events/query", query)).ShouldBe(HttpStatusCode.OK).Body["events"]!.AsArray().Select(found => found!)];

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : FormerHoldersTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : FormerHoldersTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : FormerHoldersTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
