using System.Net;
using System.Text.Json.Nodes;

namespace FlexPrice.Api.Tests.Wire;

/// <summary>FlexPrice's SDK throws when a declared key is missing at any level: every answer carries them all, with the right JSON types.</summary>
public abstract class ResponseShapeTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Fact]
    public async Task Customer_WhenAnswered_HasEveryDeclaredKey()
    {
        var parent = await World.CustomerAsync();
        var created = await World.Api.PostAsync("/v1/customers", new { external_id = Ids.ExternalId(), name = "Ada", metadata = new { a = "b" }, parent_customer_id = parent });
        var id = created.Id;

        ShouldFit("DtoCustomerResponse", created, HttpStatusCode.Created);
        ShouldFit("DtoCustomerResponse", await World.Api.GetAsync($"/v1/customers/{id}"));
        ShouldFit("DtoCustomerResponse", await World.Api.GetAsync($"/v1/customers/external/{World.ExternalIdOf(id)}"));
        ShouldFit("DtoCustomerResponse", await World.Api.GetAsync($"/v1/customers/lookup/{World.ExternalIdOf(id)}"));
        ShouldFit("DtoCustomerResponse", await World.Api.PutAsync($"/v1/customers/{id}", new { name = "Augusta" }));
        ShouldFit("DtoCustomerResponse", await World.Api.PutAsync($"/v1/customers?id={id}", new { status = "archived" }));
        ShouldFitList("DtoCustomerResponse", await World.Api.PostAsync("/v1/customers/search", new { }));
        ShouldFitList("DtoCustomerResponse", await World.Api.GetAsync("/v1/customers"));
        (await World.Api.GetAsync($"/v1/customers/{id}?expand=integrations")).Body["integrations"]!.AsArray().ShouldBeEmpty();
        (await World.Api.GetAsync($"/v1/customers/{id}")).Body.ContainsKey("integrations").ShouldBeFalse();
        (await World.Api.GetAsync($"/v1/customers/{id}?expand=invoices")).ShouldNameField("expand");
    }

    [Fact]
    public async Task Customer_WhenLittleIsKnown_HasEmptyTextsAndNoMetadata()
    {
        var created = await World.Api.PostAsync("/v1/customers", new { external_id = Ids.ExternalId() });

        ShouldFit("DtoCustomerResponse", created, HttpStatusCode.Created);
        foreach (var field in new[] { "name", "email", "address_line1", "address_line2", "address_city", "address_state", "address_postal_code", "address_country" })
        {
            created.Body[field]!.GetValue<string>().ShouldBeEmpty();
        }

        created.Body["metadata"].ShouldBeNull();
        created.Body["timezone"]!.GetValue<string>().ShouldBe("UTC");
        created.Body["updated_by"]!.GetValue<string>().ShouldStartWith("secret_");
    }

    [Fact]
    public async Task Subscription_WhenAnswered_HasEveryDeclaredKey()
    {
        var customer = await World.CustomerAsync();
        var created = await World.Api.PostAsync("/v1/subscriptions", new
        {
            customer_id = customer,
            plan_id = "plan_basic",
            currency = "EUR",
            billing_period = "MONTHLY",
            metadata = new { a = "b" },
            line_items = new[] { new { price_id = "price_1", quantity = 2.5 } },
        });

        ShouldFit("DtoSubscriptionResponse", created, HttpStatusCode.Created);
        created.Body["currency"]!.GetValue<string>().ShouldBe("eur");
        created.Body["customer"]!["id"]!.GetValue<string>().ShouldBe(customer);
        created.Body["line_items"]![0]!["quantity"]!.GetValue<string>().ShouldBe("2.5");
        ShouldFit("DtoSubscriptionResponse", await World.Api.GetAsync($"/v1/subscriptions/{created.Id}"));
        ShouldFit("DtoSubscriptionResponse", await World.Api.PutAsync($"/v1/subscriptions/{created.Id}", new { invoicing_customer_id = await World.CustomerAsync() }));
        ShouldFitList("DtoSubscriptionResponse", await World.Api.PostAsync("/v1/subscriptions/search", new { customer_id = customer }));
        ShouldFit("DtoCancelSubscriptionResponse", await World.Api.PostAsync($"/v1/subscriptions/{created.Id}/cancel", new { cancellation_type = "end_of_period" }));
        ShouldFit("DtoCancelSubscriptionResponse", await World.Api.PostAsync($"/v1/subscriptions/{created.Id}/cancel", new { cancellation_type = "immediate", reason = "churn" }));
        (await World.Api.PostAsync($"/v1/subscriptions/{created.Id}/cancel", new { cancellation_type = "immediate" })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation", "The subscription is already cancelled")
            .Details["fix"]!.GetValue<string>().ShouldContain("GET /v1/subscriptions/{id}");
        (await World.Api.PostAsync("/v1/subscriptions/search", new { customer_id = customer })).Items.ShouldBeEmpty("Without a status only active ones");
    }

    [Fact]
    public async Task Wallet_WhenAnswered_HasEveryDeclaredKey()
    {
        var customer = await World.CustomerAsync();
        var created = await World.Api.PostAsync("/v1/wallets", new { customer_id = customer, currency = "usd", conversion_rate = "0.5", initial_credits_to_load = "10.50" });

        ShouldFit("DtoWalletResponse", created);
        created.Body["credit_balance"]!.GetValue<string>().ShouldBe("10.5");
        created.Body["balance"]!.GetValue<string>().ShouldBe("5.25");
        ShouldFit("DtoWalletResponse", await World.Api.GetAsync($"/v1/wallets/{created.Id}"));
        ShouldFitList("DtoWalletResponse", await World.Api.PostAsync("/v1/wallets/search", new { customer_id = customer }));
        var bare = (await World.Api.GetAsync($"/v1/customers/{customer}/wallets")).Json.ShouldBeOfType<JsonArray>();
        DeclaredKeys.Defects("DtoWalletResponse", bare.ShouldHaveSingleItem()).ShouldBeEmpty();
        (await World.Api.GetAsync($"/v1/customers/wallets?lookup_key={World.ExternalIdOf(customer)}")).Json.ShouldBeOfType<JsonArray>().Count.ShouldBe(1);
        (await World.Api.PostAsync("/v1/wallets", new { customer_id = customer, currency = "USD" })).ShouldBeError(HttpStatusCode.Conflict, "already_exists", "A customer can only have one active wallet per currency and wallet type");
        var closed = await World.Api.PostAsync($"/v1/wallets/{created.Id}/terminate", new { });
        ShouldFit("DtoWalletResponse", closed);
        closed.Message.ShouldBe("wallet terminated successfully");
        closed.Body["credit_balance"]!.GetValue<string>().ShouldBe("0");
        (await World.Api.PostAsync($"/v1/wallets/{created.Id}/terminate", new { })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation", "Wallet is already terminated");
        (await World.Api.GetAsync($"/v1/customers/{customer}/wallets")).Text.ShouldBe("[]");
    }

    [Fact]
    public async Task Invoice_WhenAnswered_HasEveryDeclaredKey()
    {
        var customer = await World.CustomerAsync();
        var draft = await World.InvoiceAsync(customer, "draft");
        var created = await World.Api.PostAsync("/v1/invoices", new { customer_id = customer, currency = "EUR", amount_due = "10.50", total = 10.5, subtotal = 10.5, line_items = new[] { new { amount = 10.5 } } });

        ShouldFit("DtoInvoiceResponse", created, HttpStatusCode.Created);
        ShouldFit("OurInvoice", created, HttpStatusCode.Created);
        created.Body["amount_due"]!.GetValue<string>().ShouldBe("10.5");
        created.Body["customer"]!["id"]!.GetValue<string>().ShouldBe(customer);
        created.Body["line_items"]![0]!["quantity"]!.GetValue<string>().ShouldBe("1");
        ShouldFit("DtoInvoiceResponse", await World.Api.GetAsync($"/v1/invoices/{draft}"));
        ShouldFit("Message", await World.Api.PostAsync($"/v1/invoices/{draft}/finalize", new { }));
        ShouldFit("DtoInvoiceResponse", await World.Api.PutAsync($"/v1/invoices/{created.Id}/payment", new { payment_status = "SUCCEEDED" }));
        ShouldFit("Message", await World.Api.PostAsync($"/v1/invoices/{draft}/void", new { }));
        ShouldFitList("DtoInvoiceResponse", await World.Api.PostAsync("/v1/invoices/search", new { customer_id = customer }));
        await World.Api.DeleteAsync($"/v1/customers/{customer}");
        ShouldFit("DtoInvoiceResponse", await World.Api.GetAsync($"/v1/invoices/{created.Id}"));
        ShouldFit("OurInvoice", await World.Api.GetAsync($"/v1/invoices/{created.Id}"));
        ShouldFit("RetentionPolicy", await World.Api.GetAsync("/v1/settings/retention-policy"));
    }

    [Fact]
    public async Task Workflow_WhenAnswered_HasEveryDeclaredKey()
    {
        var customer = await World.CustomerAsync();
        var started = await World.Api.PostAsync("/v1/workflows", new { external_customer_id = World.ExternalIdOf(customer), workflow_type = "CustomerOnboardingWorkflow" });
        var id = started.Body["workflow_id"]!.GetValue<string>();

        ShouldFit("DTOWorkflowExecutionDTO", started, HttpStatusCode.Created);
        started.Body["status"]!.GetValue<string>().ShouldBe("Running");
        started.Body["close_time"].ShouldBeNull();
        ShouldFit("DTOWorkflowExecutionDTO", await World.Api.GetAsync($"/v1/workflows/{id}"));
        ShouldFitList("DTOWorkflowExecutionDTO", await World.Api.PostAsync("/v1/workflows/search", new { entity = "customer", entity_id = customer, workflow_status = "running" }));
        var stopped = await World.Api.PostAsync($"/v1/workflows/{id}/stop", new { });
        ShouldFit("DTOWorkflowExecutionDTO", stopped);
        stopped.Body["status"]!.GetValue<string>().ShouldBe("Stopped");
        stopped.Body["duration_ms"]!.GetValue<long>().ShouldBeGreaterThanOrEqualTo(0);
        (await World.Api.PostAsync($"/v1/workflows/{id}/stop", new { })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation", "Workflow has already ended");
        (await World.Api.PostAsync("/v1/workflows/search", new { workflow_status = "Lost" })).ShouldNameField("workflow_status");
        (await World.Api.PostAsync("/v1/workflows/search", new { entity = "nope" })).ShouldNameField("entity");
    }

    [Fact]
    public async Task Mapping_WhenAnswered_HasEveryDeclaredKey()
    {
        var customer = await World.CustomerAsync();
        var linked = await World.Api.PostAsync("/v1/entity-integration-mappings", new { entity_type = "customer", entity_id = customer, provider_type = "stripe", provider_entity_id = "cus_1" });

        ShouldFit("DtoEntityIntegrationMappingResponse", linked, HttpStatusCode.Created);
        ShouldFit("DtoEntityIntegrationMappingResponse", await World.Api.GetAsync($"/v1/entity-integration-mappings/{linked.Id}"));
        ShouldFitList("DtoEntityIntegrationMappingResponse", await World.Api.GetAsync($"/v1/integrations/mappings?entity_type=customer&entity_id={customer}"));
    }

    [Fact]
    public async Task Events_WhenAnswered_HaveEveryDeclaredKey()
    {
        var externalId = Ids.ExternalId();
        var single = await World.Api.PostAsync("/v1/events", new { event_name = "call", external_customer_id = externalId, event_id = "evt-1", properties = new { tokens = 12.5, model = "x", nested = new { a = 1 } } });
        single.ShouldBe(HttpStatusCode.Accepted).Text.ShouldBe("""{"message":"Event accepted for processing","event_id":"evt-1"}""");
        var bulk = await World.Api.PostAsync("/v1/events/bulk", new { events = new[] { new { event_name = "call", external_customer_id = externalId, event_id = "evt-1" }, new { event_name = "call", external_customer_id = externalId, event_id = "evt-2" } } });
        bulk.ShouldBe(HttpStatusCode.Accepted).Text.ShouldBe("""{"message":"Events accepted for processing"}""");

        var found = await World.Api.PostAsync("/v1/events/query", new { external_customer_id = externalId });

        ShouldFit("DtoGetEventsResponse", found);
        found.Body["total_count"]!.GetValue<int>().ShouldBe(2, "The same event id counts once");
        var first = found.Body["events"]!.AsArray().Single(usage => usage!["id"]!.GetValue<string>() == "evt-1")!;
        first["properties"]!.ToJsonString().ShouldBe("""{"model":"x","nested":"{\u0022a\u0022:1}","tokens":"12.5"}""");
        (await World.Api.PostAsync("/v1/events", new { event_name = "call" })).ShouldNameField("external_customer_id").Message.ShouldBe("Invalid request payload");
        (await World.Api.PostAsync("/v1/events/bulk", new { events = Enumerable.Repeat(new { event_name = "call", external_customer_id = externalId }, 1001) })).ShouldNameField("events");
    }

    [Fact]
    public async Task Keys_WhenAnswered_HaveEveryDeclaredKey()
    {
        ShouldFit("DtoCreateAPIKeyResponse", await World.Api.PostAsync("/v1/secrets/api/keys", new { name = "program" }), HttpStatusCode.Created);
        ShouldFitList("DtoSecretResponse", await World.Api.GetAsync("/v1/secrets/api/keys"));
    }

    [Fact]
    public async Task Deletions_WhenAnswered_HaveEveryDeclaredKey()
    {
        var customer = await World.CustomerAsync();
        await World.CustomerAsync(customer);
        await World.WalletAsync(customer);
        await World.UsageAsync(World.ExternalIdOf(customer));
        await World.MappingAsync(customer);
        await World.InvoiceAsync(customer, "paid");
        const string choices = "?child_customers=cascade&wallets=refund";

        ShouldFit("Plan", await World.Api.GetAsync($"/v1/customers/{customer}/deletion-plan"));
        ShouldFit("Plan", await World.Api.GetAsync($"/v1/customers/{customer}/deletion-plan{choices}"));
        ShouldFit("Policy", await World.Api.GetAsync("/v1/settings/deletion-policy"));
        var deleted = await World.Api.DeleteAsync($"/v1/customers/{customer}{choices}");
        var record = await World.Api.GetAsync(deleted.Headers["Location"]);
        ShouldFit("Deletion", record);
        record.Body["recipients"]!.AsArray().Count.ShouldBe(2);
        ShouldFitList("Deletion", await World.Api.PostAsync("/v1/deletions/search", new { }));
    }

    private static void ShouldFit(string type, Answer answer, HttpStatusCode status = HttpStatusCode.OK) =>
        DeclaredKeys.Defects(type, answer.ShouldBe(status).Json).ShouldBeEmpty();

    private static void ShouldFitList(string type, Answer answer)
    {
        answer.ShouldBe(HttpStatusCode.OK).Items.ShouldNotBeEmpty();
        DeclaredKeys.Defects("DtoListCustomersResponse", answer.Json, type).ShouldBeEmpty();
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : ResponseShapeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : ResponseShapeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : ResponseShapeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
