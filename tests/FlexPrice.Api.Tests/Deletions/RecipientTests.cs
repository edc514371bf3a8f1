using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>A deletion is completed only when every recipient has acted or was waived by a person.</summary>
public abstract class RecipientTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Fact]
    public async Task Mapping_WhenNobodyIsConnected_KeepsTheDeletionTellingUntilItIsWaived()
    {
        var customer = await World.CustomerAsync();
        await World.MappingAsync(customer, providerEntityId: "cus_of_ada");
        var key = (byte[])World.Database.Scalar("SELECT wrapped_key FROM integration_mappings WHERE customer_id = @id", ("@id", customer))!;
        var deletion = await DeleteAsync(customer, "");
        var announced = await AnnouncedAsync(deletion);
        announced.Body["state"]!.GetValue<string>().ShouldBe("telling");
        announced.Body["told_at"].ShouldBeNull();
        var recipient = announced.Body["recipients"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        recipient["state"]!.GetValue<string>().ShouldBe("unreachable");
        recipient["subject"]!["provider_entity_id"]!.GetValue<string>().ShouldBe("cus_of_ada");
        (await fixture.Host.ClientFor(World.KeyWith("all_reader")).GetAsync($"/v1/deletions/{deletion}")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("cus_of_ada");

        var waived = await World.Api.PostAsync(PathOf(deletion, recipient, "waive"), new { reason = "The account was closed in March" });

        waived.ShouldBe(HttpStatusCode.OK).Body["recipients"]![0]!["state"]!.GetValue<string>().ShouldBe("waived");
        waived.Body["recipients"]![0]!["reason"]!.GetValue<string>().ShouldBe("The account was closed in March");
        (await World.CompletedAsync(deletion)).Body["state"]!.GetValue<string>().ShouldBe("completed");
        World.Database.Count("recipients", "deletion_id = @id AND sealed IS NULL AND wrapped_key IS NULL", ("@id", deletion)).ShouldBe(1);
        World.Database.Holds(key[^24..]).ShouldBeFalse("The key is nowhere in the files");
        World.Database.Count("audit_entries", "action = 'recipient.waived' AND subject_id = @id", ("@id", recipient["id"]!.GetValue<string>())).ShouldBe(1);
        (await World.Api.PostAsync(PathOf(deletion, recipient, "waive"), new { reason = "Again" })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");
    }

    [Fact]
    public async Task Mapping_WhenUnlinkedWithTheCustomer_KeepsNothingBack()
    {
        var customer = await World.CustomerAsync();
        await World.MappingAsync(customer);

        var completed = await World.CompletedAsync(await DeleteAsync(customer, "?integrations=unlink"));

        completed.Body["state"]!.GetValue<string>().ShouldBe("completed");
        completed.Body["recipients"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Refund_WhenConfirmed_CompletesTheDeletionAndKeepsTheEvidence()
    {
        var customer = await World.CustomerAsync();
        var externalId = World.ExternalIdOf(customer);
        (await World.Api.PutAsync($"/v1/customers/{customer}", new { name = "Grace Hopper", email = "grace@example.com" })).ShouldBe(HttpStatusCode.OK);
        await World.WalletAsync(customer, credits: "12.5");
        var deletion = await DeleteAsync(customer, "?wallets=refund");
        var recipient = (await AnnouncedAsync(deletion)).Body["recipients"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        recipient["money"]!.ToJsonString().ShouldBe("""{"currency":"usd","amount":"12.5"}""");
        var payee = recipient["subject"]!.AsObject();
        (payee["external_id"]!.GetValue<string>(), payee["name"]!.GetValue<string>(), payee["email"]!.GetValue<string>()).ShouldBe((externalId, "Grace Hopper", "grace@example.com"));
        (await fixture.Host.ClientFor(World.KeyWith("all_reader")).GetAsync($"/v1/deletions/{deletion}")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(externalId);
        World.Database.Holds(Encoding.UTF8.GetBytes(externalId)).ShouldBeFalse("It stands sealed only");
        var key = (byte[])World.Database.Scalar("SELECT wrapped_key FROM recipients WHERE deletion_id = @id", ("@id", deletion))!;
        (await World.Api.PostAsync(PathOf(deletion, recipient, "confirm"), new { evidence = " " })).ShouldNameField("evidence");

        (await World.Api.PostAsync(PathOf(deletion, recipient, "confirm"), new { evidence = "SEPA 4711" })).ShouldBe(HttpStatusCode.OK);

        var completed = await World.CompletedAsync(deletion);
        completed.Body["recipients"]![0]!["state"]!.GetValue<string>().ShouldBe("confirmed");
        completed.Body["recipients"]![0]!["evidence"]!.GetValue<string>().ShouldBe("SEPA 4711");
        completed.Body["recipients"]![0]!["subject"].ShouldBeNull();
        World.Database.Holds(key[^24..]).ShouldBeFalse("The key is nowhere in the files");
        World.Database.Count("audit_entries", "action = 'recipient.confirmed'").ShouldBe(1);
    }

    [Fact]
    public async Task Recipient_WhenTheCallerMayNotOrNamesAnother_StaysOpen()
    {
        var customer = await World.CustomerAsync();
        await World.MappingAsync(customer);
        var deletion = await DeleteAsync(customer, "");
        var recipient = (await AnnouncedAsync(deletion)).Body["recipients"]![0]!.AsObject();
        var stranger = World.Another(fixture.Host);

        (await stranger.Api.PostAsync(PathOf(deletion, recipient, "waive"), new { reason = "Mine" })).ShouldBeError(HttpStatusCode.NotFound, "not_found");
        (await World.Api.PostAsync($"/v1/deletions/{deletion}/recipients/{Ids.New("rcpt")}/waive", new { reason = "Which" })).ShouldBeError(HttpStatusCode.NotFound, "not_found");
        (await fixture.Host.ClientFor(World.KeyWith("all_writer")).PostAsync(PathOf(deletion, recipient, "waive"), new { reason = "Let me" })).ShouldBeError(HttpStatusCode.Forbidden, "permission_denied");
        (await World.Api.PostAsync(PathOf(deletion, recipient, "confirm"), new { evidence = "I told them" })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");

        World.Database.Count("recipients", "deletion_id = @id AND closed_at IS NULL AND sealed IS NOT NULL", ("@id", deletion)).ShouldBe(1);
    }

    private static string PathOf(string deletion, JsonObject recipient, string decision) => $"/v1/deletions/{deletion}/recipients/{recipient["id"]!.GetValue<string>()}/{decision}";

    private async Task<string> DeleteAsync(string customer, string query) =>
        (await World.Api.DeleteAsync($"/v1/customers/{customer}{query}")).ShouldBe(HttpStatusCode.NoContent).Headers["FlexPrice-Deletion-Id"];

    private Task<Answer> AnnouncedAsync(string deletion) =>
        Poll.UntilAsync(() => World.Api.GetAsync($"/v1/deletions/{deletion}"), answer => answer.Body["announced_at"] is not null && answer.Body["scrubbed_at"] is not null, $"{deletion} announced");

    public sealed class OnSqlite(WorkingApiOn<SqliteEngine> fixture) : RecipientTests(fixture), IClassFixture<WorkingApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(WorkingApiOn<PostgreSqlEngine> fixture) : RecipientTests(fixture), IClassFixture<WorkingApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(WorkingApiOn<SqlServerEngine> fixture) : RecipientTests(fixture), IClassFixture<WorkingApiOn<SqlServerEngine>>;
}
