using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace FlexPrice.Benchmarks;

/// <summary>
/// Equal customers. One is created through the API, with all dependents; the others are copies of its rows under their own ids.
/// The usage events stay through all deletions, as the product leaves them; everything else is made again before every measurement.
/// </summary>
internal sealed class Population
{
    private const string Events = "usage_events";

    // The time part of a ULID, where a copy has its number.
    private const int TimeLength = 10;
    private const int RandomLength = 16;

    // In the order in which rows may be written: what refers to something comes after it.
    private static readonly string[] Tables =
        ["customers", "subscriptions", "subscription_line_items", "invoices", "invoice_line_items", "invoice_payments", "sealed_documents", "wallets", "wallet_transactions", "usage_subjects", "workflows", "integration_mappings", "legal_holds"];

    private static readonly string[] Written = ["recipients", "deletions", "audit_entries", "outbox_messages", "idempotency_records", "fences", "past_holdings"];

    private readonly Cluster _cluster;
    private readonly string _template;
    private readonly Dictionary<string, string> _copies = new(StringComparer.Ordinal);

    private Population(Cluster cluster, string template)
    {
        _cluster = cluster;
        _template = template;
    }

    /// <summary>The id of a customer, as SQL of its number.</summary>
    public string CustomerInSql => CopiedId($"CAST('{_template}' AS text)");

    public string Customer(int number) => string.Create(CultureInfo.InvariantCulture, $"{_template[..^(TimeLength + RandomLength)]}{number:D10}{_template[^RandomLength..]}");

    /// <summary>Makes the first customer, and remembers its rows.</summary>
    public static async Task<Population> CreateAsync(Cluster cluster, HttpClient http, int usageEvents, int cancelledSubscriptions)
    {
        await cluster.ExecuteAsync($"TRUNCATE {string.Join(", ", Tables.Concat(Written).Append(Events))}");
        using var policy = await http.PutAsJsonAsync("/v1/settings/deletion-policy", new { deletions_per_hour = 100_000 });
        policy.EnsureSuccessStatusCode();
        var population = new Population(cluster, await TypicalCustomerAsync(http, usageEvents, cancelledSubscriptions));
        await population.RememberAsync();
        return population;
    }

    /// <summary>Adds usage of so many customers, at most what the first one had.</summary>
    public Task AddUsageAsync(int from, int customers, int events) => _cluster.ExecuteAsync(Copy(Events, from, customers, events));

    /// <summary>Multiplies the usage of all customers that have some.</summary>
    public async Task MultiplyUsageAsync(int times)
    {
        var columns = await _cluster.ListAsync($"SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{Events}' ORDER BY ordinal_position");
        var number = $"row_number() OVER () + {await _cluster.ReadAsync<long>($"SELECT count(*) FROM {Events}")}";
        var values = columns.Select(column => column switch
        {
            "id" => $"left(row.id, -26) || {Number(number, 26)}",
            "event_id_hash" => Number(number, 43),
            _ => $"row.{Quoted(column)}",
        });
        await _cluster.ExecuteAsync($"INSERT INTO {Events} ({string.Join(", ", columns.Select(Quoted))}) SELECT {string.Join(", ", values)} FROM {Events} row, generate_series(1, {times - 1}) turn");

        // Otherwise the server would do it by itself, while it is measured.
        await _cluster.ExecuteAsync($"VACUUM ANALYZE {Events}");
    }

    /// <summary>Multiplies the subscriptions of all customers that are restored from now on.</summary>
    public async Task MultiplySubscriptionsAsync(int times)
    {
        await _cluster.ExecuteAsync($"""
            INSERT INTO template.subscription_line_items SELECT (jsonb_populate_record(row, jsonb_build_object('id', {Turned("row.id")}, 'subscription_id', {Turned("row.subscription_id")}))).*
            FROM template.subscription_line_items row, generate_series(1, {times - 1}) turn;
            INSERT INTO template.subscriptions SELECT (jsonb_populate_record(row, jsonb_build_object('id', {Turned("row.id")}))).*
            FROM template.subscriptions row, generate_series(1, {times - 1}) turn WHERE row.status = 'cancelled';
            DELETE FROM template.subscription_line_items l WHERE NOT EXISTS (SELECT 1 FROM template.subscriptions s WHERE s.id = l.subscription_id);
            """);
    }

    /// <summary>Restores the customers 0 to <paramref name="customers"/> - 1, which the last measurement deleted.</summary>
    public async Task ReviveAsync(int customers)
    {
        await _cluster.ExecuteAsync($"TRUNCATE {string.Join(", ", Tables.Concat(Written))}");
        foreach (var table in Tables)
        {
            await _cluster.ExecuteAsync(Copy(table, 0, customers));
        }

        await _cluster.ExecuteAsync($"ANALYZE {string.Join(", ", Tables.Concat(Written))}");
        await _cluster.ExecuteAsync("CHECKPOINT");
    }

    /// <summary>How many rows every table has now that a deletion touches.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Tables.Concat(Written))
        {
            counts[table] = await _cluster.ReadAsync<long>($"SELECT count(*) FROM {table}");
        }

        counts["retained invoices"] = await _cluster.ReadAsync<long>("SELECT count(*) FROM invoices WHERE deletion_id IS NOT NULL AND customer_id IS NULL AND bill_to_name = ''");
        return counts;
    }

    private static async Task<string> TypicalCustomerAsync(HttpClient http, int usageEvents, int cancelledSubscriptions)
    {
        const string ExternalId = "benchmark";
        var customer = await PostAsync(http, "/v1/customers", new { external_id = ExternalId, name = "Ada Lovelace", email = "ada@example.com", address_line1 = "1 Main Street", address_country = "DE" });
        for (var number = 0; number < cancelledSubscriptions + 1; number++)
        {
            var line = new { price_id = "price_calls", display_name = "Calls", quantity = "1" };
            var subscription = await PostAsync(http, "/v1/subscriptions", new { customer_id = customer, plan_id = "plan_basic", currency = "eur", billing_period = "MONTHLY", line_items = new[] { line } });
            if (number > 0)
            {
                await PostAsync(http, $"/v1/subscriptions/{subscription}/cancel", new { cancellation_type = "immediate" });
            }
        }

        for (var number = 0; number < 12; number++)
        {
            var line = new { amount = "10", display_name = "Calls" };
            var invoice = await PostAsync(http, "/v1/invoices", new { customer_id = customer, currency = "eur", amount_due = "10", total = "10", subtotal = "10", line_items = new[] { line } });
            using var paid = await http.PutAsJsonAsync($"/v1/invoices/{invoice}/payment", new { payment_status = "SUCCEEDED" });
            paid.EnsureSuccessStatusCode();
        }

        await PostAsync(http, "/v1/wallets", new { customer_id = customer, currency = "eur" });
        foreach (var type in new[] { "CustomerOnboardingWorkflow", "DunningWorkflow" })
        {
            await PostAsync(http, "/v1/workflows", new { customer_id = customer, workflow_type = type });
        }

        foreach (var provider in new[] { "stripe", "paypal" })
        {
            await PostAsync(http, "/v1/entity-integration-mappings", new { entity_type = "customer", entity_id = customer, provider_type = provider, provider_entity_id = "entity" });
        }

        foreach (var batch in Enumerable.Range(0, usageEvents).Select(_ => new { event_name = "api.call", external_customer_id = ExternalId, properties = new { calls = 3, region = "eu" } }).Chunk(1000))
        {
            await PostAsync(http, "/v1/events/bulk", new { events = batch });
        }

        return customer;
    }

    private static async Task<string> PostAsync(HttpClient http, string path, object body)
    {
        using var response = await http.PostAsJsonAsync(path, body);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"POST {path} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }

        return (await response.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("id", out var id) ? id.GetString()! : "";
    }

    private async Task RememberAsync()
    {
        await _cluster.ExecuteAsync("DROP SCHEMA IF EXISTS template CASCADE; CREATE SCHEMA template");
        foreach (var table in Tables.Append(Events))
        {
            await _cluster.ExecuteAsync($"CREATE TABLE template.{table} AS SELECT * FROM public.{table}");
            var columns = await _cluster.ListAsync($"SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position");
            var values = new List<string>();
            foreach (var column in columns)
            {
                values.Add(await CopyOfAsync(table, column));
            }

            _copies[table] = $"INSERT INTO public.{table} ({string.Join(", ", columns.Select(Quoted))}) SELECT {string.Join(", ", values)} FROM generate_series({{0}}, {{1}}) number, (SELECT * FROM template.{table} LIMIT {{2}}) row";
        }

        await _cluster.ExecuteAsync($"TRUNCATE {Events}");
    }

    // Ids and hashes of a copy end in its number; who wrote a row and where it belongs is the same for all.
    private async Task<string> CopyOfAsync(string table, string column)
    {
        if (column is "tenant_id" or "environment_id" or "created_by" or "updated_by" or "plan_id" or "price_id")
        {
            return Quoted(column);
        }

        var form = await _cluster.ReadAsync<int>($$"""
            SELECT CASE
                WHEN count(*) FILTER (WHERE CAST({{Quoted(column)}} AS text) ~ '^[a-z_]+_[0-9A-Z]{26}$') > 0 THEN 1
                WHEN '{{column}}' LIKE '%\_hash' THEN 2
                WHEN '{{column}}' IN ('invoice_number', 'external_id') THEN 3
                ELSE 0 END
            FROM template.{{table}}
            """);
        return form switch
        {
            1 => CopiedId(Quoted(column)),
            2 => $"left({Quoted(column)}, -{TimeLength}) || {Number("number", TimeLength)}",
            3 => $"{Quoted(column)} || number",
            _ => Quoted(column),
        };
    }

    private static string CopiedId(string id) => $"left({id}, -{TimeLength + RandomLength}) || {Number("number", TimeLength)} || right({id}, {RandomLength})";

    // The customer's number stays where it is, before or after.
    private static string Turned(string column) => $"left({column}, -{RandomLength}) || {Number("turn", 4)} || right({column}, {RandomLength - 4})";

    private static string Number(string value, int length) => $"lpad(CAST({value} AS text), {length}, '0')";

    private string Copy(string table, int from, int customers, int rows = int.MaxValue) => string.Format(CultureInfo.InvariantCulture, _copies[table], from, from + customers - 1, rows);

    private static string Quoted(string column) => $"\"{column}\"";
}
