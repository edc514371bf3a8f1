namespace FlexPrice.Api.Tests.Deletions;

/// <summary>What is left of usage once a deletion is completed, down to the bytes of the database's files.</summary>
public abstract class UsageErasureTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Fact]
    public async Task Erase_WhenCompleted_HasRemovedEveryEventAndCountedThem()
    {
        var customer = await World.CustomerAsync();
        await World.UsageAsync(World.ExternalIdOf(customer), 25);
        await World.UsageAsync("somebody-else", 2);
        var subject = World.Database.Text("SELECT id FROM usage_subjects WHERE customer_id = @id", ("@id", customer));

        var deleted = await World.Api.DeleteAsync($"/v1/customers/{customer}?usage=erase");
        var completed = await World.CompletedAsync(deleted.Headers["FlexPrice-Deletion-Id"]);

        completed.Body["state"]!.GetValue<string>().ShouldBe("completed");
        completed.Body["usage_events_erased"]!.GetValue<int>().ShouldBe(25);
        World.Database.Count("usage_events", "subject_id = @subject", ("@subject", subject)).ShouldBe(0);
        World.Database.Count("usage_events").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Retain_WhenCompleted_LeavesNoTraceOfTheKeyInTheFiles()
    {
        var customer = await World.CustomerAsync();
        await World.UsageAsync(World.ExternalIdOf(customer), 2);
        var key = (byte[])World.Database.Scalar("SELECT wrapped_key FROM usage_subjects WHERE customer_id = @id", ("@id", customer))!;
        var subject = World.Database.Text("SELECT id FROM usage_subjects WHERE customer_id = @id", ("@id", customer));
        // The head of a protected key is the same for all of them.
        var own = key[^24..];
        World.Database.Holds(own).ShouldBeTrue();

        var deleted = await World.Api.DeleteAsync($"/v1/customers/{customer}");
        await World.CompletedAsync(deleted.Headers["FlexPrice-Deletion-Id"]);

        World.Database.Holds(own).ShouldBeFalse();
        World.Database.Count("usage_events", "subject_id = @subject", ("@subject", subject)).ShouldBe(2);
    }

    public sealed class OnSqlite(WorkingApiOn<SqliteEngine> fixture) : UsageErasureTests(fixture), IClassFixture<WorkingApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(WorkingApiOn<PostgreSqlEngine> fixture) : UsageErasureTests(fixture), IClassFixture<WorkingApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(WorkingApiOn<SqlServerEngine> fixture) : UsageErasureTests(fixture), IClassFixture<WorkingApiOn<SqlServerEngine>>;
}
