namespace FlexPrice.Api.Tests.Deletions;

public abstract class UsageEdgeTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Theory]
    [InlineData("")]
    [InlineData("?usage=retain")]
    [Cell("usage", "delete", "retain")]
    public async Task Retain_WhenThereAreEvents_TouchesNoneAndDestroysTheSubjectWithItsKey(string query)
    {
        var customer = await World.CustomerAsync();
        await World.UsageAsync(World.ExternalIdOf(customer), 3);
        await World.UsageAsync("somebody-else", 1);
        var subject = World.Database.Text("SELECT id FROM usage_subjects WHERE customer_id = @id", ("@id", customer)).ShouldNotBeNull();

        var deed = await CommandEffect.DeletedAsync(World, customer, query);

        deed.ShouldTouchOnly("customers", "usage_subjects").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("usage_subjects").ShouldBe([subject]);
        World.Database.Count("usage_events", "subject_id = @subject", ("@subject", subject)).ShouldBe(3);
    }

    [Fact]
    public async Task Retain_WhenEventsAreSearchedAfterwards_ShowsNoneOfThemToAnybody()
    {
        var customer = await World.CustomerAsync();
        var externalId = World.ExternalIdOf(customer);
        await World.UsageAsync(externalId, 2);
        (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId })).Body["total_count"]!.GetValue<int>().ShouldBe(2);
        var before = (await World.Api.PostAsync("/v1/events/query", new { event_name = "api_call" })).Body["total_count"]!.GetValue<int>();

        await CommandEffect.DeletedAsync(World, customer);

        (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId })).Body["total_count"]!.GetValue<int>().ShouldBe(0);
        (await World.Api.PostAsync("/v1/events/query", new { event_name = "api_call" })).Body["total_count"]!.GetValue<int>().ShouldBe(before - 2);
    }

    [Fact]
    [Cell("usage", "delete", "erase")]
    public async Task Erase_WhenThereAreEvents_DestroysTheSubjectAndAsksForTheErasure()
    {
        var customer = await World.CustomerAsync();
        await World.UsageAsync(World.ExternalIdOf(customer), 3);
        var subject = World.Database.Text("SELECT id FROM usage_subjects WHERE customer_id = @id", ("@id", customer)).ShouldNotBeNull();

        var deed = await CommandEffect.DeletedAsync(World, customer, "?usage=erase");

        deed.ShouldTouchOnly("customers", "usage_subjects").ShouldAnnounce(("customer_deleted", "customer_id", customer), ("usage_erasure_requested", "deletion_id", deed.DeletionId));
        deed.Announced.Single(happened => happened.Name == "usage_erasure_requested").Payload["subject_ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([subject]);
        World.Database.Count("usage_events", "subject_id = @subject", ("@subject", subject)).ShouldBe(3, "They go after the commit");
    }

    [Fact]
    public async Task Erase_WhenThereIsNoUsage_AsksForNothing()
    {
        var customer = await World.CustomerAsync();

        var deed = await CommandEffect.DeletedAsync(World, customer, "?usage=erase");

        deed.ShouldTouchOnly("customers").ShouldAnnounce(("customer_deleted", "customer_id", customer));
    }

    [Theory]
    [InlineData("before_creation")]
    [InlineData("while_archived")]
    [InlineData("under_the_former_external_id")]
    public async Task Usage_WhenItCameAtAnotherTime_IsTheCustomersAndGoesToo(string when)
    {
        var externalId = Ids.ExternalId();
        if (when == "before_creation")
        {
            await World.UsageAsync(externalId);
        }

        var customer = await World.CustomerAsync(externalId: externalId);
        if (when == "while_archived")
        {
            await World.ArchiveAsync(customer);
            await World.UsageAsync(externalId);
        }
        else if (when == "under_the_former_external_id")
        {
            await World.UsageAsync(externalId);
            await World.Api.PutAsync($"/v1/customers/{customer}", new { external_id = Ids.ExternalId("next") });
            await World.UsageAsync(World.ExternalIdOf(customer));
        }

        var deed = await CommandEffect.DeletedAsync(World, customer);

        deed.Deleted("usage_subjects").Count.ShouldBe(when == "under_the_former_external_id" ? 2 : 1);
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : UsageEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : UsageEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : UsageEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
