using System.Net;
using FlexPrice.Api.Tests.Wire;

namespace FlexPrice.Api.Tests.Access;

/// <summary>Ids of another tenant or environment are 404 everywhere, lists do not show them, nothing of theirs changes.</summary>
public abstract class IsolationTests(ApiFixture fixture)
{
    /// <summary>A valid body for every endpoint that takes one in addition to an id, so that the id is the reason of the refusal.</summary>
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["POST /v1/subscriptions/{id}/cancel"] = """{"cancellation_type":"immediate"}""",
        ["PUT /v1/subscriptions/{id}"] = """{"invoicing_customer_id":""}""",
        ["PUT /v1/invoices/{id}/payment"] = """{"payment_status":"SUCCEEDED"}""",
        ["POST /v1/deletions/{id}/recipients/{recipient_id}/waive"] = """{"reason":"Mine now"}""",
        ["POST /v1/deletions/{id}/recipients/{recipient_id}/confirm"] = """{"evidence":"Mine now"}""",
        ["PUT /v1/customers/{id}"] = """{"name":"Mine now"}""",
    };

    [Fact]
    public void Endpoint_WhenItTakesABodyBesideAnId_HasAValidOneHere() =>
        ApiEndpoint.Of(fixture.Host).Where(endpoint => endpoint.HasId && endpoint.BodyType is not null).Select(endpoint => endpoint.Name).ShouldBe(
            Bodies.Keys,
            ignoreOrder: true,
            "Write a valid body into Bodies at the head of tests/FlexPrice.Api.Tests/Access/IsolationTests.cs (docs/guides/add-a-command.md, Body).");

    [Theory]
    [InlineData("tenant")]
    [InlineData("environment")]
    public async Task Stranger_WhenItUsesTheOthersIds_FindsNothing(string other)
    {
        var own = World.Another(fixture.Host);
        var stranger = StrangerTo(own, other);
        var customer = await own.CustomerAsync();
        var externalId = own.ExternalIdOf(customer);
        var (subscription, wallet) = (await own.SubscriptionAsync(customer), await own.WalletAsync(customer));
        var (invoice, workflow, mapping) = (await own.InvoiceAsync(customer), await own.WorkflowAsync(customer), await own.MappingAsync(customer));
        await own.UsageAsync(externalId);
        var gone = await own.CustomerAsync();
        var retained = await own.InvoiceAsync(gone, "paid");
        var deletion = (await own.Api.DeleteAsync($"/v1/customers/{gone}")).Headers["FlexPrice-Deletion-Id"];
        var key = (await own.Api.PostAsync("/v1/secrets/api/keys", new { name = "program" })).Body["secret"]!["id"]!.GetValue<string>();
        var (before, wrong) = (own.Database.Dump(), new List<string>());

        foreach (var endpoint in ApiEndpoint.Of(fixture.Host).Where(endpoint => endpoint.HasId))
        {
            foreach (var id in new[] { customer, externalId, subscription, invoice, retained, wallet, workflow, mapping, deletion, key })
            {
                var body = Bodies.GetValueOrDefault(endpoint.Name);
                var answer = await stranger.Api.SendAsync(endpoint.Method, endpoint.PathWith(id), body is null ? null : new StringContent(body, null, "application/json"));
                var isEmptyList = endpoint.Name == "GET /v1/customers/{id}/wallets" && answer.Text == "[]";
                if (!isEmptyList && (answer.Status != HttpStatusCode.NotFound || ErrorBody.DefectOf(answer) is not null || answer.Details.ContainsKey("deletion_id") != endpoint.Name.Contains("/deletions/", StringComparison.Ordinal)))
                {
                    wrong.Add($"{endpoint.Name} with {id}: {answer.Status} {answer.Text}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        own.Database.Dump().ShouldEqual(before);
    }

    [Theory]
    [InlineData("tenant")]
    [InlineData("environment")]
    public async Task Stranger_WhenItLists_SeesNothing(string other)
    {
        var own = World.Another(fixture.Host);
        var stranger = StrangerTo(own, other);
        var customer = await own.CustomerAsync();
        await own.SubscriptionAsync(customer);
        var wallet = await own.WalletAsync(customer);
        await own.InvoiceAsync(customer);
        await own.WorkflowAsync(customer);
        await own.MappingAsync(customer);
        await own.UsageAsync(own.ExternalIdOf(customer));
        await own.Api.DeleteAsync($"/v1/customers/{await own.CustomerAsync()}");

        Answer[] lists =
        [
            await stranger.Api.GetAsync("/v1/customers"),
            await stranger.Api.PostAsync("/v1/customers/search", new { customer_ids = new[] { customer }, filters = Array.Empty<object>() }),
            await stranger.Api.PostAsync("/v1/subscriptions/search", new { customer_id = customer }),
            await stranger.Api.PostAsync("/v1/wallets/search", new { wallet_ids = new[] { wallet } }),
            await stranger.Api.PostAsync("/v1/invoices/search", new { customer_id = customer }),
            await stranger.Api.PostAsync("/v1/workflows/search", new { }),
            await stranger.Api.GetAsync($"/v1/integrations/mappings?entity_type=customer&entity_id={customer}"),
            await stranger.Api.PostAsync("/v1/deletions/search", new { }),
        ];

        lists.ShouldAllBe(list => list.Items.Count == 0 && list.Body["pagination"]!["total"]!.GetValue<int>() == 0);
        (await stranger.Api.PostAsync("/v1/events/query", new { })).Body["events"]!.AsArray().ShouldBeEmpty();
        (await stranger.Api.PostAsync("/v1/events/query", new { external_customer_id = own.ExternalIdOf(customer) })).Body["total_count"]!.GetValue<int>().ShouldBe(0);
        (await stranger.Api.GetAsync("/v1/secrets/api/keys")).Items.Count.ShouldBe(1, "Its own key");
        (await stranger.Api.GetAsync($"/v1/customers/wallets?id={customer}")).Text.ShouldBe("[]");
        (await stranger.Api.GetAsync($"/v1/customers/wallets?lookup_key={own.ExternalIdOf(customer)}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("tenant")]
    [InlineData("environment")]
    public async Task Stranger_WhenItRefersToTheOthersIds_IsRefused(string other)
    {
        var own = World.Another(fixture.Host);
        var stranger = StrangerTo(own, other);
        var foreign = await own.CustomerAsync();
        var foreignSubscription = await own.SubscriptionAsync(foreign);
        var customer = await stranger.CustomerAsync();
        var child = await stranger.CustomerAsync(customer);
        var subscription = await stranger.SubscriptionAsync(child);
        var before = own.Database.Dump();

        Answer[] refused =
        [
            await stranger.Api.PostAsync("/v1/customers", new { external_id = Ids.ExternalId(), name = "Ada", parent_customer_id = foreign }),
            await stranger.Api.PostAsync("/v1/customers", new { external_id = Ids.ExternalId(), name = "Ada", parent_customer_external_id = own.ExternalIdOf(foreign) }),
            await stranger.Api.PutAsync($"/v1/customers/{customer}", new { parent_customer_id = foreign }),
            await stranger.Api.PutAsync($"/v1/customers?external_customer_id={own.ExternalIdOf(foreign)}", new { name = "Ada" }),
            await stranger.Api.PostAsync("/v1/subscriptions", new { customer_id = foreign, plan_id = "p", currency = "usd", billing_period = "MONTHLY" }),
            await stranger.Api.PostAsync("/v1/subscriptions", new { customer_id = customer, invoicing_customer_id = foreign, plan_id = "p", currency = "usd", billing_period = "MONTHLY" }),
            await stranger.Api.PostAsync("/v1/subscriptions", new { customer_id = customer, parent_subscription_id = foreignSubscription, plan_id = "p", currency = "usd", billing_period = "MONTHLY" }),
            await stranger.Api.PutAsync($"/v1/subscriptions/{subscription}", new { invoicing_customer_id = foreign }),
            await stranger.Api.PostAsync("/v1/wallets", new { customer_id = foreign, currency = "usd" }),
            await stranger.Api.PostAsync("/v1/invoices", new { customer_id = foreign, currency = "usd", amount_due = 1, total = 1, subtotal = 1 }),
            await stranger.Api.PostAsync("/v1/invoices", new { customer_id = customer, subscription_id = foreignSubscription, currency = "usd", amount_due = 1, total = 1, subtotal = 1 }),
            await stranger.Api.PostAsync("/v1/workflows", new { customer_id = foreign, workflow_type = "Onboarding" }),
            await stranger.Api.PostAsync("/v1/entity-integration-mappings", new { entity_type = "customer", entity_id = foreign, provider_type = "stripe", provider_entity_id = "cus_1" }),
            await stranger.Api.DeleteAsync($"/v1/customers/{customer}?child_customers=reparent&child_customers_parent={foreign}"),
            await stranger.Api.GetAsync($"/v1/customers/{customer}/deletion-plan?child_customers=reparent&child_customers_parent={foreign}"),
        ];

        refused.ShouldAllBe(answer => answer.Status == HttpStatusCode.NotFound && ErrorBody.DefectOf(answer) == null);
        own.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task ExternalId_WhenAnotherEnvironmentHasIt_IsFree()
    {
        var (own, stranger) = (World.Another(fixture.Host), World.Another(fixture.Host));
        var customer = await own.CustomerAsync();
        var externalId = own.ExternalIdOf(customer);
        await own.UsageAsync(externalId);

        var twin = await stranger.CustomerAsync(externalId: externalId);
        (await stranger.Api.DeleteAsync($"/v1/customers/{twin}?usage=erase")).ShouldBe(HttpStatusCode.NoContent);

        (await own.Api.GetAsync($"/v1/customers/external/{externalId}")).Id.ShouldBe(customer);
        own.Database.Count("usage_subjects", "customer_id = @id", ("@id", customer)).ShouldBe(1);
        own.Database.Text("SELECT external_id_hash FROM customers WHERE id = @id", ("@id", customer)).ShouldNotBeNull();
    }

    // Another tenant, or another environment of the same one.
    private World StrangerTo(World own, string other) => World.Another(fixture.Host, other == "environment" ? own.Tenant : null);

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : IsolationTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : IsolationTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : IsolationTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
