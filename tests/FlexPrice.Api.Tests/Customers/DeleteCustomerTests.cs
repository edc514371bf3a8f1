using System.Net;
using System.Text.RegularExpressions;

namespace FlexPrice.Api.Tests.Customers;

public abstract partial class DeleteCustomerTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Fact]
    public async Task Delete_WhenItSucceeds_AnswersAnEmpty204AndWhereTheRecordIs()
    {
        var customer = await World.CustomerAsync();

        var deleted = await World.Api.DeleteAsync($"/v1/customers/{customer}");

        deleted.ShouldBe(HttpStatusCode.NoContent).Text.ShouldBeEmpty();
        deleted.Headers.ContainsKey("Content-Type").ShouldBeFalse("FlexPrice's SDK parses a body that announces JSON");
        var id = deleted.Headers["FlexPrice-Deletion-Id"];
        DeletionId().IsMatch(id).ShouldBeTrue(id);
        deleted.Headers["Location"].ShouldBe($"/v1/deletions/{id}");
        var record = (await World.Api.GetAsync(deleted.Headers["Location"])).ShouldBe(HttpStatusCode.OK);
        record.Id.ShouldBe(id);
        record.Body["customer_id"]!.GetValue<string>().ShouldBe(customer);
    }

    [Fact]
    public async Task Delete_WhenDone_LeavesA404ThatNamesTheDeletion()
    {
        var customer = await World.CustomerAsync();
        var externalId = World.ExternalIdOf(customer);
        var id = (await World.Api.DeleteAsync($"/v1/customers/{customer}")).Headers["FlexPrice-Deletion-Id"];

        Answer[] gone =
        [
            await World.Api.GetAsync($"/v1/customers/{customer}"),
            await World.Api.DeleteAsync($"/v1/customers/{customer}"),
            await World.Api.PutAsync($"/v1/customers/{customer}", new { name = "Back again" }),
            await World.Api.GetAsync($"/v1/customers/{customer}/deletion-plan"),
        ];

        foreach (var answer in gone)
        {
            answer.ShouldBeError(HttpStatusCode.NotFound, "not_found", $"Customer with ID {customer} was not found");
            answer.Details["deletion_id"]!.GetValue<string>().ShouldBe(id);
            answer.Details["customer_id"]!.GetValue<string>().ShouldBe(customer);
        }

        (await World.Api.GetAsync($"/v1/customers/external/{externalId}")).ShouldBeError(HttpStatusCode.NotFound, "not_found", $"Customer with lookup key {externalId} was not found");
        (await World.Api.GetAsync($"/v1/customers/lookup/{externalId}")).ShouldBe(HttpStatusCode.NotFound);
        (await World.Api.PostAsync("/v1/customers/search", new { customer_ids = new[] { customer }, filters = Array.Empty<object>() })).Items.ShouldBeEmpty();
        (await World.Api.PostAsync("/v1/wallets", new { customer_id = customer, currency = "usd" })).ShouldBe(HttpStatusCode.NotFound);
        (await World.Api.PostAsync("/v1/subscriptions", new { customer_id = customer, plan_id = "p", currency = "usd", billing_period = "MONTHLY" })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Delete_WhenTheCustomerNeverExisted_NamesNoDeletion()
    {
        var unknown = await World.Api.DeleteAsync($"/v1/customers/{Ids.New("cust")}");

        unknown.ShouldBeError(HttpStatusCode.NotFound, "not_found").Details.ContainsKey("deletion_id").ShouldBeFalse();
    }

    [Fact]
    public async Task Delete_WhenDone_LeavesTheExternalIdToANewCustomerWhoInheritsNothing()
    {
        var former = await World.CustomerAsync();
        var externalId = World.ExternalIdOf(former);
        await World.UsageAsync(externalId, 3);
        await World.WalletAsync(former);
        await World.SubscriptionAsync(former);
        var deleted = await World.Api.DeleteAsync($"/v1/customers/{former}?wallets=forfeit&subscriptions=cancel_now");

        var next = await World.CustomerAsync(externalId: externalId);

        next.ShouldNotBe(former);
        (await World.Api.GetAsync($"/v1/customers/external/{externalId}")).Id.ShouldBe(next);
        (await World.Api.GetAsync($"/v1/customers/{next}/wallets")).Text.ShouldBe("[]");
        (await World.Api.PostAsync("/v1/subscriptions/search", new { external_customer_id = externalId })).Items.ShouldBeEmpty();
        (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId })).Body["total_count"]!.GetValue<int>().ShouldBe(0);
        await World.UsageAsync(externalId, 1);
        (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId })).Body["events"]!.AsArray().ShouldHaveSingleItem()!["customer_id"]!.GetValue<string>().ShouldBe(next);
        (await World.CompletedAsync(deleted.Headers["FlexPrice-Deletion-Id"])).Body["state"]!.GetValue<string>().ShouldBe("completed");
        (await World.Api.GetAsync($"/v1/customers/{next}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Delete_WhenUsageComesLate_IsDiscardedUntilSomebodyElseHoldsTheExternalId()
    {
        var externalId = Ids.ExternalId();
        var former = await World.CustomerAsync(externalId: externalId);
        await World.Api.DeleteAsync($"/v1/customers/{former}");
        var stored = World.Database.Count("usage_events");

        await World.UsageAsync(externalId, 2);

        World.Database.Count("usage_events").ShouldBe(stored, "Late");
        World.Database.Count("usage_subjects", "customer_id IS NULL").ShouldBe(0);
        var next = await World.CustomerAsync(externalId: externalId);
        (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId })).Body["total_count"]!.GetValue<int>().ShouldBe(0);
        await World.UsageAsync(externalId, 1);
        World.Database.Count("usage_events").ShouldBe(stored + 1);
        World.Database.Count("usage_subjects", "customer_id = @id", ("@id", next)).ShouldBe(1);
    }

    [Fact]
    public async Task Delete_WhenUsageComesLateInABatch_StoresTheNeighbours()
    {
        var (former, neighbour) = (await World.CustomerAsync(), await World.CustomerAsync());
        var (late, alive) = (World.ExternalIdOf(former), World.ExternalIdOf(neighbour));
        await World.Api.DeleteAsync($"/v1/customers/{former}");

        var sent = new[] { late, alive }.Select(id => new { event_name = "api_call", external_customer_id = id });
        (await World.Api.PostAsync("/v1/events/bulk", new { events = sent })).ShouldBe(HttpStatusCode.Accepted);

        (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = alive })).Body["total_count"]!.GetValue<int>().ShouldBe(1);
        (await World.Api.PostAsync("/v1/events/query", new { external_customer_id = late })).Body["total_count"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Delete_WhenRepeatedWithItsIdempotencyKey_AnswersTheSameBeforeAndAfterCompletion()
    {
        var (customer, other) = (await World.CustomerAsync(), await World.CustomerAsync());
        var header = ("Idempotency-Key", Ids.ExternalId("key"));
        Task<Answer> DeleteAsync(string id, string query = "") => World.Api.DeleteAsync($"/v1/customers/{id}{query}", header);
        var first = (await DeleteAsync(customer)).ShouldBe(HttpStatusCode.NoContent);
        var id = first.Headers["FlexPrice-Deletion-Id"];

        ShouldReplay(await DeleteAsync(customer));
        await World.CompletedAsync(id);
        ShouldReplay(await DeleteAsync(customer));
        (await DeleteAsync(other)).ShouldNameField("Idempotency-Key").Message.ShouldBe("The Idempotency-Key was used for a different request");
        (await DeleteAsync(customer, "?usage=erase")).ShouldNameField("Idempotency-Key");
        (await World.Api.DeleteAsync($"/v1/customers/{customer}", ("Idempotency-Key", Ids.ExternalId("new")))).ShouldBe(HttpStatusCode.NotFound);
        (await World.Api.GetAsync($"/v1/customers/{other}")).ShouldBe(HttpStatusCode.OK);
        World.Database.Count("deletions", "customer_id = @id", ("@id", customer)).ShouldBe(1);

        void ShouldReplay(Answer again)
        {
            again.ShouldBe(HttpStatusCode.NoContent).Text.ShouldBeEmpty();
            again.Headers["FlexPrice-Deletion-Id"].ShouldBe(id);
            again.Headers["Location"].ShouldBe(first.Headers["Location"]);
        }
    }

    [Fact]
    public async Task Delete_WhenRefusedWithAnIdempotencyKey_IsTriedAgainOnceFixed()
    {
        var customer = await World.CustomerAsync();
        var wallet = await World.WalletAsync(customer);
        var header = ("Idempotency-Key", Ids.ExternalId("key"));
        (await World.Api.DeleteAsync($"/v1/customers/{customer}", header)).ShouldBe(HttpStatusCode.BadRequest);
        await World.Api.PostAsync($"/v1/wallets/{wallet}/terminate", new { });

        (await World.Api.DeleteAsync($"/v1/customers/{customer}", header)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("schlüssel")]
    [InlineData("a\tb")]
    public async Task Delete_WhenTheIdempotencyKeyIsNone_IsRefused(string key)
    {
        var customer = await World.CustomerAsync();

        (await World.Api.DeleteAsync($"/v1/customers/{customer}", ("Idempotency-Key", key))).ShouldNameField("Idempotency-Key");
        (await World.Api.DeleteAsync($"/v1/customers/{customer}", ("Idempotency-Key", new string('k', 256)))).ShouldNameField("Idempotency-Key");

        (await World.Api.GetAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Delete_WhenAskedManyTimesAtOnce_SucceedsOnceAndNamesTheDeletionToTheOthers()
    {
        var customer = await World.CustomerAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => World.Api.DeleteAsync($"/v1/customers/{customer}")));

        var id = answers.Where(answer => answer.Status == HttpStatusCode.NoContent).ShouldHaveSingleItem().Headers["FlexPrice-Deletion-Id"];
        answers.Where(answer => answer.Status != HttpStatusCode.NoContent).ShouldAllBe(answer => answer.Status == HttpStatusCode.NotFound && answer.Details["deletion_id"]!.GetValue<string>() == id);
        World.Database.Count("audit_entries", "action = 'customer.deleted' AND subject_id = @id", ("@id", customer)).ShouldBe(1);
    }

    [GeneratedRegex("^del_[0-9A-HJKMNP-TV-Z]{26}$")]
    private static partial Regex DeletionId();

    public sealed class OnSqlite(WorkingApiOn<SqliteEngine> fixture) : DeleteCustomerTests(fixture), IClassFixture<WorkingApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(WorkingApiOn<PostgreSqlEngine> fixture) : DeleteCustomerTests(fixture), IClassFixture<WorkingApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(WorkingApiOn<SqlServerEngine> fixture) : DeleteCustomerTests(fixture), IClassFixture<WorkingApiOn<SqlServerEngine>>;
}
