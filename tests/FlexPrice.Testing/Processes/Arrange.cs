using System.Security.Cryptography;

namespace FlexPrice.Testing.Processes;

/// <summary>Makes things through the API.</summary>
internal static class Arrange
{
    public static string NewExternalId() => $"ext-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    public static async Task<string> CustomerAsync(ApiClient client, string? externalId = null, string? parent = null) =>
        (await client.PostAsync("/v1/customers", Customer(externalId ?? NewExternalId(), parent))).Expecting(201).Id;

    public static async Task<string> SubscriptionAsync(ApiClient client, string customer) =>
        (await client.PostAsync("/v1/subscriptions", Subscription(customer))).Expecting(201).Id;

    public static async Task<string> WalletAsync(ApiClient client, string customer) =>
        (await client.PostAsync("/v1/wallets", Wallet(customer))).Expecting(200).Id;

    /// <summary>A draft where it bills a subscription, otherwise issued and unpaid.</summary>
    public static async Task<string> InvoiceAsync(ApiClient client, string customer, string? subscription = null) =>
        (await client.PostAsync("/v1/invoices", Invoice(customer, subscription))).Expecting(201).Id;

    public static async Task<string> WorkflowAsync(ApiClient client, string customer) =>
        (await client.PostAsync("/v1/workflows", Workflow(customer))).Expecting(201).Element.GetProperty("workflow_id").GetString()!;

    public static async Task<string> MappingAsync(ApiClient client, string customer) =>
        (await client.PostAsync("/v1/entity-integration-mappings", Mapping(customer))).Expecting(201).Id;

    /// <summary>Lets the key delete as often as it likes; by default it is stopped after a hundred times in an hour.</summary>
    public static async Task NoLimitAsync(ApiClient client) =>
        (await client.PutAsync("/v1/settings/deletion-policy", new { deletions_per_hour = 100_000 })).Expecting(200);

    public static async Task UsageAsync(ApiClient client, string externalId) =>
        (await client.PostAsync("/v1/events", Usage(externalId))).Expecting(202);

    /// <summary>There is no endpoint for holds, so this writes to the database directly.</summary>
    public static Task ReleasedHoldAsync(Database database, string customer, string ground = "A lawsuit that is over") => database.WriteAsync(
        """
        INSERT INTO legal_holds (tenant_id, environment_id, id, customer_id, ground, placed_at, released_at)
        SELECT tenant_id, environment_id, @id, id, @ground, created_at, created_at FROM customers WHERE id = @customer
        """,
        ("@id", $"hold_{customer["cust_".Length..]}"),
        ("@ground", ground),
        ("@customer", customer));

    public static object Customer(string externalId, string? parent = null) => new { external_id = externalId, name = "Ada Lovelace", email = $"{externalId}@example.com", parent_customer_id = parent };

    public static object Subscription(string customer) => new
    {
        customer_id = customer,
        plan_id = "plan_basic",
        currency = "eur",
        billing_period = "MONTHLY",
        line_items = new[] { new { price_id = "price_calls", display_name = "Calls" }, new { price_id = "price_seats", display_name = "Seats" } },
    };

    /// <summary>A subscription that another customer pays for.</summary>
    public static object SubscriptionPaidBy(string payer, string customer) =>
        new { customer_id = customer, invoicing_customer_id = payer, plan_id = "plan_basic", currency = "eur", billing_period = "MONTHLY" };

    public static object Wallet(string customer) => new { customer_id = customer, currency = "eur", initial_credits_to_load = "25" };

    public static object Invoice(string customer, string? subscription = null) => new
    {
        customer_id = customer,
        subscription_id = subscription,
        invoice_type = subscription is null ? "ONE_OFF" : "SUBSCRIPTION",
        currency = "eur",
        amount_due = "10",
        total = "10",
        subtotal = "10",
        line_items = new[] { new { amount = "10", display_name = "Calls" } },
    };

    public static object Workflow(string customer) => new { customer_id = customer, workflow_type = "CustomerOnboardingWorkflow" };

    public static object Mapping(string customer) => new { entity_type = "customer", entity_id = customer, provider_type = "stripe", provider_entity_id = $"cus_{NewExternalId()}" };

    public static object Usage(string externalId) => new { event_name = "api.call", external_customer_id = externalId, properties = new { calls = 3, region = "eu" } };
}
