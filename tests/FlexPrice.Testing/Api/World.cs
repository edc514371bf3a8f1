using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FlexPrice.Testing.Api;

/// <summary>One environment with the key that opens it, and what a test puts into it.</summary>
internal sealed class World(ApiHost host, string key, string tenant, string environment)
{
    public ApiClient Api { get; } = host.ClientFor(key);

    public TestDatabase Database => host.Database;

    public ApiHost Host => host;

    public string Key => key;

    public string Tenant => tenant;

    public string Environment => environment;

    /// <summary>The default environment, opened by the operator's key.</summary>
    public static World Of(ApiHost host)
    {
        _ = host.Services;
        var row = host.Database.Rows("SELECT tenant_id, environment_id FROM api_keys WHERE is_bootstrap = @true", ("@true", true)).ShouldHaveSingleItem();
        return new World(host, ApiHost.BootstrapKey, (string)row["tenant_id"]!, (string)row["environment_id"]!);
    }

    /// <summary>Another environment, of this tenant or of another one.</summary>
    public static World Another(ApiHost host, string? ofTenant = null)
    {
        _ = host.Services;
        var (tenant, environment) = (ofTenant ?? Ids.New("tenant"), Ids.New("env"));
        if (ofTenant is null)
        {
            host.Database.Execute("INSERT INTO tenants (id, name, status, created_at) VALUES (@id, 'other', 'active', @now)", ("@id", tenant), ("@now", host.Now()));
        }

        host.Database.Execute(
            "INSERT INTO environments (tenant_id, id, name, type, created_at) VALUES (@tenant, @id, 'other', 'development', @now)",
            ("@tenant", tenant),
            ("@id", environment),
            ("@now", host.Now()));
        var secret = Ids.New("sk");
        InsertKey(host, tenant, environment, secret, """["super_admin"]""");
        return new World(host, secret, tenant, environment);
    }

    /// <summary>A key with exactly these roles.</summary>
    public string KeyWith(params string[] roles)
    {
        var secret = Ids.New("sk");
        InsertKey(host, tenant, environment, secret, new JsonArray([.. roles.Select(role => (JsonNode)role)]).ToJsonString());
        return secret;
    }

    public async Task<string> CustomerAsync(string? parent = null, string? externalId = null)
    {
        var created = await Api.PostAsync("/v1/customers", new { external_id = externalId ?? Ids.ExternalId(), name = "Ada Lovelace", email = "ada@example.com", parent_customer_id = parent });
        return created.ShouldBe(HttpStatusCode.Created).Id;
    }

    public async Task<string> SubscriptionAsync(string customer, string status = "active", string? payer = null, string? parent = null, int lineItems = 1)
    {
        var created = await Api.PostAsync("/v1/subscriptions", new
        {
            customer_id = customer,
            plan_id = "plan_basic",
            currency = "usd",
            billing_period = "MONTHLY",
            subscription_status = status == "cancelled" ? "active" : status,
            invoicing_customer_id = payer,
            parent_subscription_id = parent,
            line_items = Enumerable.Range(0, lineItems).Select(index => new { price_id = $"price_{index}", display_name = "Seats", quantity = "2" }),
        });
        var id = created.ShouldBe(HttpStatusCode.Created).Id;
        if (status == "cancelled")
        {
            (await Api.PostAsync($"/v1/subscriptions/{id}/cancel", new { cancellation_type = "immediate" })).ShouldBe(HttpStatusCode.OK);
        }

        return id;
    }

    public async Task<string> WalletAsync(string customer, string status = "active", string credits = "10", string currency = "usd", string type = "PRE_PAID")
    {
        var created = await Api.PostAsync("/v1/wallets", new { customer_id = customer, currency, wallet_type = type, initial_credits_to_load = credits });
        var id = created.ShouldBe(HttpStatusCode.OK).Id;
        if (status == "closed")
        {
            (await Api.PostAsync($"/v1/wallets/{id}/terminate", new { })).ShouldBe(HttpStatusCode.OK);
        }
        else if (status == "frozen")
        {
            Database.Execute("UPDATE wallets SET status = 'frozen' WHERE id = @id", ("@id", id));
        }

        return id;
    }

    /// <summary>An invoice that is a <c>draft</c>, <c>unpaid</c>, <c>partly_paid</c>, <c>paid</c>, <c>voided</c>, or <c>never_issued</c>: a draft that was voided. The first and the last bill a cancelled subscription.</summary>
    public async Task<string> InvoiceAsync(string customer, string state = "unpaid", string amount = "10", int lines = 1, string? subscription = null, string currency = "usd", string type = "ONE_OFF")
    {
        var isDraft = state is "draft" or "never_issued";
        var each = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) / Math.Max(1, lines);
        var created = await Api.PostAsync("/v1/invoices", new
        {
            customer_id = customer,
            subscription_id = subscription ?? (isDraft ? await SubscriptionAsync(customer, "cancelled", lineItems: 0) : null),
            invoice_type = isDraft ? "SUBSCRIPTION" : type,
            currency,
            amount_due = each * Math.Max(1, lines),
            total = amount,
            subtotal = amount,
            description = "For the Countess of Lovelace",
            metadata = new { salutation = "My Lady" },
            line_items = Enumerable.Range(1, lines).Select(line => new { amount = each, display_name = $"Work for Ada, part {line}" }),
        });
        var id = created.ShouldBe(HttpStatusCode.Created).Id;
        _ = state switch
        {
            "partly_paid" => (await Api.PutAsync($"/v1/invoices/{id}/payment", new { payment_status = "PENDING", amount = each / 2 })).ShouldBe(HttpStatusCode.OK),
            "paid" => (await Api.PutAsync($"/v1/invoices/{id}/payment", new { payment_status = "SUCCEEDED" })).ShouldBe(HttpStatusCode.OK),
            "voided" or "never_issued" => (await Api.PostAsync($"/v1/invoices/{id}/void", new { })).ShouldBe(HttpStatusCode.OK),
            _ => created,
        };
        return id;
    }

    public async Task<string> WorkflowAsync(string customer, string status = "running")
    {
        var started = (await Api.PostAsync("/v1/workflows", new { customer_id = customer, workflow_type = "CustomerOnboardingWorkflow" })).ShouldBe(HttpStatusCode.Created);
        var id = started.Body["workflow_id"]!.GetValue<string>();
        if (status != "running")
        {
            Database.Execute("UPDATE workflows SET status = @status, closed_at = @now WHERE id = @id", ("@status", status), ("@now", host.Now()), ("@id", id));
        }

        return id;
    }

    public async Task<string> MappingAsync(string customer, string provider = "stripe", string? providerEntityId = null)
    {
        var linked = await Api.PostAsync("/v1/entity-integration-mappings", new { entity_type = "customer", entity_id = customer, provider_type = provider, provider_entity_id = providerEntityId ?? Ids.ExternalId("cus") });
        return linked.ShouldBe(HttpStatusCode.Created).Id;
    }

    public async Task UsageAsync(string externalId, int events = 1)
    {
        var sent = Enumerable.Range(0, events).Select(_ => new { event_id = Ids.ExternalId("call"), event_name = "api_call", external_customer_id = externalId, source = "web", properties = new { tokens = 12.5, prompt = "secret words" } });
        (await Api.PostAsync("/v1/events/bulk", new { events = sent })).ShouldBe(HttpStatusCode.Accepted);
    }

    public string Hold(string customer, bool released = false)
    {
        var id = Ids.New("hold");
        Database.Execute(
            "INSERT INTO legal_holds (tenant_id, environment_id, id, customer_id, ground, placed_at, released_at) VALUES (@tenant, @environment, @id, @customer, 'case 7', @now, @released)",
            ("@tenant", tenant),
            ("@environment", environment),
            ("@id", id),
            ("@customer", customer),
            ("@now", host.Now()),
            ("@released", released ? host.Now() : null));
        return id;
    }

    /// <summary>Waits until a deletion is completed.</summary>
    public Task<Answer> CompletedAsync(string deletion) => Poll.UntilAsync(
        () => Api.GetAsync($"/v1/deletions/{deletion}"),
        answer => answer.Body["state"]?.GetValue<string>() is "completed" or "failed_verification",
        $"{deletion} completed");

    public async Task<Answer> SetStatusAsync(string customer, string status) => await Api.PutAsync($"/v1/customers/{customer}", new { status });

    public async Task ArchiveAsync(string customer) => (await SetStatusAsync(customer, "archived")).ShouldBe(HttpStatusCode.OK);

    public string ExternalIdOf(string customer) => Database.Text("SELECT external_id FROM customers WHERE id = @id", ("@id", customer))!;

    /// <summary>What is stored of a key.</summary>
    public static string HashOf(string secret) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(secret))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static void InsertKey(ApiHost host, string tenant, string environment, string secret, string roles) => host.Database.Execute(
        """
        INSERT INTO api_keys (tenant_id, environment_id, id, name, type, key_hash, display_id, roles, status, expires_at, is_bootstrap, created_at, updated_at, created_by, updated_by, version)
        VALUES (@tenant, @environment, @id, 'test', 'private_key', @hash, 'sk_01***9Z', @roles, 'published', NULL, @false, @now, @now, '', '', 1)
        """,
        ("@tenant", tenant),
        ("@environment", environment),
        ("@id", Ids.New("secret")),
        ("@hash", HashOf(secret)),
        ("@roles", roles),
        ("@false", false),
        ("@now", host.Now()));
}
