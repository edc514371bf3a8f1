using System.Net;
using System.Text.Json.Nodes;
using FlexPrice.Application;

namespace FlexPrice.Api.Tests.Deletions;

public abstract class PlanDigestTests(ApiFixture fixture)
{
    private const string Choices = "?subscriptions=cancel_now&outstanding_invoices=write_off&wallets=forfeit&child_customers=cascade";

    private World World => fixture.World;

    [Fact]
    public async Task Parameter_WhenUnknown_IsRefusedByNamingThoseThatTheRequestTakes()
    {
        var customer = await World.CustomerAsync();

        Allowed(await World.Api.DeleteAsync($"/v1/customers/{customer}?wallet=forfeit")).ShouldEndWith(", plan_digest.");
        Allowed(await World.Api.GetAsync($"/v1/customers/{customer}/deletion-plan?wallet=forfeit")).ShouldNotContain("plan_digest");

        static string Allowed(Answer answer) => answer.ShouldBeError(HttpStatusCode.BadRequest, "validation_error").Details["wallet"]!.GetValue<string>();
    }

    [Theory]
    [InlineData("subscription_created")]
    [InlineData("subscription_cancelled")]
    [InlineData("wallet_created")]
    [InlineData("wallet_closed")]
    [InlineData("invoice_created")]
    [InlineData("invoice_paid_in_part")]
    [InlineData("workflow_started")]
    [InlineData("mapping_linked")]
    [InlineData("child_created")]
    [InlineData("hold_placed")]
    [InlineData("payer_named")]
    [InlineData("other_choice")]
    [InlineData("policy_decided")]
    public async Task Deletion_WhenTheWorldHasMovedSinceThePlan_IsAConflictThatChangesNothing(string what)
    {
        var customer = await World.CustomerAsync();
        var (subscription, wallet) = (await World.SubscriptionAsync(customer), await World.WalletAsync(customer));
        var invoice = await World.InvoiceAsync(customer);
        var digest = await DigestAsync(customer);
        var choices = Choices;
        switch (what)
        {
            case "subscription_created":
                await World.SubscriptionAsync(customer, "draft", lineItems: 0);
                break;
            case "subscription_cancelled":
                await World.Api.PostAsync($"/v1/subscriptions/{subscription}/cancel", new { cancellation_type = "immediate" });
                break;
            case "wallet_created":
                await World.WalletAsync(customer, currency: "eur");
                break;
            case "wallet_closed":
                await World.Api.PostAsync($"/v1/wallets/{wallet}/terminate", new { });
                break;
            case "invoice_created":
                await World.InvoiceAsync(customer, "paid");
                break;
            case "invoice_paid_in_part":
                await World.Api.PutAsync($"/v1/invoices/{invoice}/payment", new { payment_status = "PENDING", amount = 1 });
                break;
            case "workflow_started":
                await World.WorkflowAsync(customer);
                break;
            case "mapping_linked":
                await World.MappingAsync(customer);
                break;
            case "child_created":
                await World.CustomerAsync(customer);
                break;
            case "hold_placed":
                World.Hold(customer);
                break;
            case "payer_named":
                await World.SubscriptionAsync(await World.CustomerAsync(), "cancelled", payer: customer);
                break;
            case "other_choice":
                choices += "&usage=erase";
                break;
            default:
                await World.Api.PutAsync("/v1/settings/deletion-policy", new { edges = new[] { new { edge = "usage", @default = "retain", allowed_overrides = new[] { "erase" } } } });
                break;
        }

        var before = World.Database.Dump();
        var refused = await World.Api.DeleteAsync($"/v1/customers/{customer}{choices}&plan_digest={digest}");

        refused.ShouldBeError(HttpStatusCode.Conflict, "version_conflict").Details.ContainsKey("plan_digest").ShouldBeTrue();
        World.Database.Dump().ShouldEqual(before, "The conflict");
        if (what != "hold_placed")
        {
            var fresh = refused.Details["current_digest"]!.GetValue<string>();
            (await World.Api.DeleteAsync($"/v1/customers/{customer}{choices}&plan_digest={fresh}")).ShouldBe(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task Deletion_WhenOnlyUsageHasMovedSinceThePlan_GoesAhead()
    {
        var customer = await World.CustomerAsync();
        var digest = await DigestAsync(customer);
        await World.UsageAsync(World.ExternalIdOf(customer), 5);
        (await DigestAsync(customer)).ShouldBe(digest);

        (await World.Api.DeleteAsync($"/v1/customers/{customer}{Choices}&plan_digest={digest}")).ShouldBe(HttpStatusCode.NoContent);

        var record = World.Database.Text("SELECT plan_digest FROM deletions WHERE customer_id = @id", ("@id", customer));
        record.ShouldBe(digest);
    }

    [Fact]
    public async Task Plan_WhenAskedTwice_HasTheSameDigestAndChangesNothing()
    {
        var customer = await World.CustomerAsync();
        await World.WalletAsync(customer, credits: "12.50");
        await World.UsageAsync(World.ExternalIdOf(customer), 4);
        var before = World.Database.Dump();

        var plan = await World.Api.GetAsync($"/v1/customers/{customer}/deletion-plan{Choices}");

        (await DigestAsync(customer)).ShouldBe(plan.Body["digest"]!.GetValue<string>());
        World.Database.Dump().ShouldEqual(before, "The plan");
        plan.Body["edges"]!.AsArray().Select(edge => edge!["edge"]!.GetValue<string>()).ShouldBe(CascadeOrder.Edges);
        var (wallets, usage) = (EdgeOf(plan, "wallets"), EdgeOf(plan, "usage"));
        wallets["count"]!.GetValue<int>().ShouldBe(1);
        wallets["money"]![0]!["amount"]!.GetValue<string>().ShouldBe("12.5");
        usage["rows"]!.AsArray().Single(row => row!["table"]!.GetValue<string>() == "usage_events")!["count"]!.GetValue<int>().ShouldBe(4);
        usage["source"]!.GetValue<string>().ShouldBeOneOf("product", "environment");
        wallets["source"]!.GetValue<string>().ShouldBe("request");
    }

    private static JsonNode EdgeOf(Answer plan, string edge) => plan.Body["edges"]!.AsArray().Single(planned => planned!["edge"]!.GetValue<string>() == edge)!;

    private async Task<string> DigestAsync(string customer)
    {
        var plan = await World.Api.GetAsync($"/v1/customers/{customer}/deletion-plan{Choices}");
        return plan.ShouldBe(HttpStatusCode.OK).Body["digest"]!.GetValue<string>();
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : PlanDigestTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : PlanDigestTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : PlanDigestTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
