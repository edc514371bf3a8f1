using System.Net;

namespace FlexPrice.Api.Tests.Usage;

public abstract class SearchEventsTests(ApiFixture fixture)
{
    private World World => fixture.World;

    // As after a restore of the database without its key ring.
    [Fact]
    public async Task Events_WhenTheKeyRingDoesNotOpenThem_AreNoServerError()
    {
        var externalId = World.ExternalIdOf(await World.CustomerAsync());
        await World.UsageAsync(externalId, events: 2);
        World.Database.Execute("UPDATE usage_subjects SET wrapped_key = @zeros WHERE id IN (SELECT subject_id FROM usage_events)", ("@zeros", new byte[100]));

        var found = (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId })).ShouldBe(HttpStatusCode.OK);
        var refused = (await World.Api.PostAsync("/v1/events", new { event_name = "api_call", external_customer_id = externalId })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");

        found.Body["events"]!.AsArray().Select(row => row!["unreadable"]!.GetValue<bool>()).ShouldBe([true, true]);
        refused.Details["fix"]!.GetValue<string>().ShouldContain("Keys__Path");
    }

    [Fact]
    public async Task EventIds_WhenOfTwoCustomers_AreTwoEvents()
    {
        var (ada, bob) = (World.ExternalIdOf(await World.CustomerAsync()), World.ExternalIdOf(await World.CustomerAsync()));
        foreach (var externalId in new[] { ada, bob, bob })
        {
            await World.Api.PostAsync("/v1/events", new { event_id = "order-1", event_name = "api_call", external_customer_id = externalId });
        }

        foreach (var externalId in new[] { ada, bob })
        {
            (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId, event_id = "order-1" })).Body["total_count"]!.GetValue<int>().ShouldBe(1);
        }
    }

    [Fact]
    public async Task EventId_WhenItsCustomerWasDeleted_IsFreeForTheNextHolderOfTheExternalId()
    {
        var customer = await World.CustomerAsync();
        var externalId = World.ExternalIdOf(customer);
        var sent = new { event_id = "order-7", event_name = "api_call", external_customer_id = externalId };
        await World.Api.PostAsync("/v1/events", sent);
        (await World.Api.DeleteAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.NoContent);
        (await World.Api.PostAsync("/v1/customers", new { external_id = externalId })).ShouldBe(HttpStatusCode.Created);

        await World.Api.PostAsync("/v1/events", sent);

        var found = await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId });
        found.Body["events"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe("order-7");
    }

    [Fact]
    public async Task Page_WhenItsEventsAreLarge_EndsEarlyAndTheNextBeginsWhereItEnded()
    {
        const int LargestAnswer = 4 * 1024 * 1024;
        var externalId = World.ExternalIdOf(await World.CustomerAsync());
        var events = Enumerable.Range(0, 100).Select(number => new { event_id = $"large-{number}", event_name = "upload", external_customer_id = externalId, properties = new { text = new string('x', 60_000), number } });
        (await World.Api.PostAsync("/v1/events/bulk", new { events })).ShouldBe(HttpStatusCode.Accepted);

        var (seen, pages, offset, hasMore) = (new List<string>(), 0, 0L, true);
        while (hasMore)
        {
            var page = (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId, page_size = 1000, offset })).ShouldBe(HttpStatusCode.OK);
            System.Text.Encoding.UTF8.GetByteCount(page.Text).ShouldBeLessThan(LargestAnswer);
            seen.AddRange(page.Body["events"]!.AsArray().Select(row => row!["id"]!.GetValue<string>()));
            (offset, hasMore, pages) = (page.Body["offset"]!.GetValue<long>(), page.Body["has_more"]!.GetValue<bool>(), pages + 1);
        }

        seen.ShouldBe(Enumerable.Range(0, 100).Select(number => $"large-{number}"), ignoreOrder: true);
        pages.ShouldBeInRange(2, 20);
    }

    [Fact]
    public async Task Event_WhenLargerThan64Kibibytes_IsRefusedByItsPlace()
    {
        var externalId = World.ExternalIdOf(await World.CustomerAsync());
        object Sized(int characters) => new { event_name = "upload", external_customer_id = externalId, properties = new { text = new string('x', characters) } };
        var before = World.Database.Dump();

        var alone = await World.Api.PostAsync("/v1/events", Sized(64 * 1024));
        var third = await World.Api.PostAsync("/v1/events/bulk", new { events = new[] { Sized(1), Sized(60_000), Sized(64 * 1024) } });

        alone.ShouldNameField("properties").Details.ShouldHaveSingleItem().Value!.GetValue<string>().ShouldContain("at most 64 KiB");
        third.ShouldNameField("events[2].properties").Details.Count.ShouldBe(1);
        World.Database.Dump().ShouldEqual(before);
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : SearchEventsTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : SearchEventsTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : SearchEventsTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
