using FlexPrice.Application.Abstractions;

namespace FlexPrice.Benchmarks.Largest;

/// <summary>The largest body of every endpoint that takes one: as much as its limits let through, and not refused for its form.</summary>
internal sealed class LargestBodies(IReadOnlyList<string> customers)
{
    private static readonly DateTimeOffset Future = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private int _made;

    private static string LongText => Text(RequestLimits.Text);

    private static Dictionary<string, string> Metadata { get; } =
        Enumerable.Range(0, RequestLimits.MetadataPairs).ToDictionary(number => $"{number:D2}{Text(RequestLimits.MetadataKey - 2)}", _ => Text(RequestLimits.MetadataValue));

    /// <summary>A body, new each time, or null when the endpoint is not known here.</summary>
    /// <param name="operation">The method and the path, as the documentation has them.</param>
    public object? Of(string operation) => operation switch
    {
        "POST /v1/customers" => CustomerFields(),
        "PUT /v1/customers" or "PUT /v1/customers/{id}" => CustomerFields(),
        "POST /v1/customers/search" => SearchOfCustomers(),
        "POST /v1/subscriptions" => new { customer_id = customers[0], plan_id = Text(50), currency = "usd", billing_period = "MONTHLY", metadata = Metadata, line_items = Repeated(RequestLimits.SubscriptionLines, () => new { price_id = Text(50), display_name = LongText, quantity = "1" }) },
        "PUT /v1/subscriptions/{id}" => new { invoicing_customer_id = LongText },
        "POST /v1/subscriptions/{id}/cancel" => new { cancellation_type = "immediate", reason = Text(RequestLimits.Prose) },
        "POST /v1/subscriptions/search" => new { subscription_ids = Ids("subs"), invoicing_customer_ids = Ids("cust"), parent_subscription_ids = Ids("subs"), subscription_status = Repeated(RequestLimits.Names, () => "active"), billing_period = Repeated(RequestLimits.Names, () => "MONTHLY"), limit = RequestLimits.Ids },
        "POST /v1/invoices" => new { customer_id = customers[0], currency = "usd", amount_due = "250", total = "250", subtotal = "250", description = Text(RequestLimits.Prose), invoice_type = "ONE_OFF", metadata = Metadata, line_items = Repeated(RequestLimits.InvoiceLines, () => new { amount = "1", quantity = "1", display_name = LongText, price_id = Text(50), metadata = Metadata.Take(5).ToDictionary() }) },
        "PUT /v1/invoices/{id}/payment" => new { payment_status = "SUCCEEDED" },
        "POST /v1/invoices/search" => new { invoice_ids = Ids("inv"), invoice_status = Repeated(RequestLimits.Names, () => "FINALIZED"), payment_status = Repeated(RequestLimits.Names, () => "SUCCEEDED"), limit = RequestLimits.Ids },
        "POST /v1/wallets" => new { customer_id = customers[_made++ % customers.Count], currency = "gbp", name = LongText, description = LongText, metadata = Metadata },
        "POST /v1/wallets/search" => new { wallet_ids = Ids("wallet"), limit = RequestLimits.Ids },
        "POST /v1/workflows" => new { customer_id = customers[0], workflow_type = LongText },
        "POST /v1/workflows/search" => new { workflow_type = LongText, limit = RequestLimits.Ids },
        "POST /v1/events" => Event(60 * 1024),
        "POST /v1/events/bulk" => new { events = Repeated(RequestLimits.Events, () => Event(30 * 1024)) },
        "POST /v1/events/query" => new { page_size = RequestLimits.Ids },
        "POST /v1/deletions/search" => new { customer_id = LongText, limit = RequestLimits.Ids },
        "POST /v1/deletions/{id}/recipients/{recipient_id}/waive" => new { reason = Text(RequestLimits.Prose) },
        "POST /v1/deletions/{id}/recipients/{recipient_id}/confirm" => new { evidence = Text(RequestLimits.Prose) },
        "PUT /v1/settings/deletion-policy" => new { deletions_per_hour = 100_000, edges = new[] { new { edge = "usage", @default = "retain", allowed_overrides = Repeated(RequestLimits.Names, () => "erase") } } },
        "PUT /v1/settings/retention-policy" => new { years = 10 },
        "POST /v1/secrets/api/keys" => new { name = LongText, roles = Repeated(RequestLimits.Names, () => "all_reader"), expires_at = Future },
        "POST /v1/entity-integration-mappings" => new { entity_type = "customer", entity_id = customers[0], provider_type = Text(50), provider_entity_id = LongText },
        _ => null,
    };

    private static string Text(int length) => new('x', length);

    private static List<T> Repeated<T>(int count, Func<T> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private static IEnumerable<string> Ids(string prefix) => Enumerable.Range(0, RequestLimits.Ids).Select(number => $"{prefix}_{number:D26}");

    private object CustomerFields() => new
    {
        external_id = $"{_made++:D10}{Text(RequestLimits.Text - 10)}",
        name = LongText,
        address_line1 = LongText,
        address_line2 = LongText,
        address_city = Text(100),
        address_state = Text(100),
        metadata = Metadata,
    };

    private object SearchOfCustomers() => new
    {
        limit = RequestLimits.Ids,
        customer_ids = customers.Take(RequestLimits.Ids),
        parent_customer_ids = Array.Empty<string>(),
        metadata = new Dictionary<string, string>(),
        filters = Enumerable.Range(0, RequestLimits.Filters).Select(number => new
        {
            field = new[] { "name", "email", "external_id", "address_city" }[number % 4],
            @operator = "not_in",
            data_type = "array",
            value = new { array = Enumerable.Range(0, RequestLimits.FilterValues).Select(value => $"{number:D4}{value:D8}") },
        }),
        sort = Enumerable.Range(0, RequestLimits.SortKeys).Select(number => new { field = new[] { "name", "email", "external_id", "address_city", "address_state", "timezone" }[number % 6], direction = "asc" }),
    };

    private object Event(int bytes) => new { event_name = Text(RequestLimits.Text), external_customer_id = "largest", event_id = $"largest-{_made++}", timestamp = DateTimeOffset.UtcNow, properties = new { text = Text(bytes) } };
}
