namespace FlexPrice.EndToEnd.Tests.Erasure;

/// <summary>A customer with a marker in every personal field.</summary>
internal sealed class Person
{
    private readonly List<string> _former = [];
    private readonly List<string> _ofDependents = [];
    private readonly List<string> _sealed = [];
    private readonly List<string> _sealedElsewhere = [];
    private readonly List<string> _refused = [];
    private string _id = "";
    private string _externalId = Marker.New();
    private Dictionary<string, string> _profile = NewProfile();

    public string Id => _id;

    /// <summary>The values that are readable in the database now.</summary>
    public IEnumerable<string> Current => _profile.Values.Append(_externalId).Concat(_ofDependents);

    /// <summary>What stood in the database in clear at any time.</summary>
    public IEnumerable<string> Ever => Current.Concat(_former);

    /// <summary>What is sealed in the database.</summary>
    public IReadOnlyList<string> Sealed => [.. _sealed, .. _sealedElsewhere];

    /// <summary>What only came with requests that failed.</summary>
    public IReadOnlyList<string> Refused => _refused;

    public async Task CreateAsync(ApiClient client) => _id = (await client.PostAsync("/v1/customers", Body())).Expecting(201).Id;

    public async Task LookUpAsync(ApiClient client)
    {
        (await client.GetAsync($"/v1/customers/external/{_externalId}", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("tracestate", $"caller={_externalId}"), ("User-Agent", _externalId))).Expecting(200);
        (await client.GetAsync($"/v1/customers?external_id={_externalId}&email={_profile["email"]}@example.org")).Expecting(200);
    }

    public async Task UpdateAsync(ApiClient client, bool withExternalId)
    {
        _former.AddRange(_profile.Values);
        _profile = NewProfile();
        if (withExternalId)
        {
            _former.Add(_externalId);
            _externalId = Marker.New();
        }

        (await client.PutAsync($"/v1/customers/{_id}", Body())).Expecting(200);
    }

    /// <summary>Sends what is refused, with a marker wherever a caller can write one.</summary>
    public async Task BeRefusedAsync(ApiClient client)
    {
        (await client.PostAsync("/v1/customers", new { external_id = _externalId, name = Wrong(), email = $"{Wrong()}@example.org" })).Expecting(409);
        (await client.PostAsync("/v1/customers", new { external_id = Wrong(), name = Wrong(), email = Wrong() })).Expecting(400);
        (await client.GetAsync($"/v1/customers/{Wrong()}?{Wrong()}={Wrong()}", ("User-Agent", Wrong()))).Expecting(404);
        (await client.GetAsync($"/v1/customers/external/{Wrong()}")).Expecting(404);
        (await client.GetAsync($"/v1/{Wrong()}/{Wrong()}")).Expecting(404);
        (await client.PostAsync("/v1/wallets", new { customer_id = Wrong(), currency = "eur", name = Wrong() })).Expecting(404);
        (await client.PostAsync("/v1/workflows", new { external_customer_id = Wrong(), workflow_type = Wrong() })).Expecting(404);
        (await client.DeleteAsync($"/v1/customers/{_id}?wallets={Wrong()}&{Wrong()}={Wrong()}")).Expecting(400);
        (await client.SendWithKeyAsync(HttpMethod.Put, $"/v1/customers/{_id}?{Wrong()}={Wrong()}", new { name = Wrong() }, Wrong())).Expecting(400);
        (await client.SendWithKeyAsync(HttpMethod.Put, $"/v1/customers/{_id}", new { name = Wrong(), status = Wrong() }, Wrong())).Expecting(400);
    }

    /// <summary>Sends requests that fail because of the server: the row has a value that no version of the program writes.</summary>
    public async Task FailAsync(ApiClient client, Database database)
    {
        await database.WriteAsync("UPDATE customers SET status = 'broken' WHERE id = @id", ("@id", _id));
        (await client.SendWithKeyAsync(HttpMethod.Put, $"/v1/customers/{_id}", new { name = Wrong(), email = $"{Wrong()}@example.org" }, Wrong())).Expecting(500);
        (await client.GetAsync($"/v1/customers/{_id}?{Wrong()}={Wrong()}", ("User-Agent", Wrong()), ("tracestate", $"caller={Wrong()}"))).Expecting(500);
        await database.WriteAsync("UPDATE customers SET status = 'published' WHERE id = @id", ("@id", _id));
    }

    public async Task AddDependentsAsync(ApiClient client, Database database)
    {
        string Clear()
        {
            var marker = Marker.New();
            _ofDependents.Add(marker);
            return marker;
        }

        (await client.PostAsync("/v1/subscriptions", new
        {
            customer_id = _id,
            plan_id = "plan_basic",
            currency = "eur",
            billing_period = "MONTHLY",
            metadata = Pair(Clear(), Clear()),
            line_items = new[] { new { price_id = "price_1", display_name = Clear() }, new { price_id = "price_2", display_name = Clear() } },
        })).Expecting(201);
        // Nothing is due, so it is issued and paid at once: it is retained, and its content sealed.
        (await client.PostAsync("/v1/invoices", new
        {
            customer_id = _id,
            currency = "eur",
            amount_due = 0,
            total = 0,
            subtotal = 0,
            description = Clear(),
            metadata = Pair(Clear(), Clear()),
            line_items = new[] { new { amount = 0, display_name = Clear(), metadata = Pair(Clear(), Clear()) } },
        })).Expecting(201);
        (await client.PostAsync("/v1/wallets", new { customer_id = _id, currency = "eur", name = Clear(), description = Clear(), initial_credits_to_load = "5", metadata = Pair(Clear(), Clear()) })).Expecting(200);
        (await client.PostAsync("/v1/workflows", new { customer_id = _id, workflow_type = Clear() })).Expecting(201);
        (await client.PostAsync("/v1/entity-integration-mappings", new { entity_type = "customer", entity_id = _id, provider_type = "stripe", provider_entity_id = Secret(_sealedElsewhere) })).Expecting(201);
        await Arrange.ReleasedHoldAsync(database, _id, ground: Clear());
        await AddUsageAsync(client);
    }

    /// <summary>Whether what is sealed comes back, whole, to who asks for it.</summary>
    public async Task<bool> OpensAsync(ApiClient client)
    {
        var answer = (await client.PostAsync("/v1/events/query", new { external_customer_id = _externalId })).Expecting(200).Text;
        return _sealed.TrueForAll(marker => answer.Contains(marker, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> NewProfile() =>
        new[] { "name", "email", "contact", "line1", "line2", "city", "state", "postal", "key", "value" }.ToDictionary(field => field, _ => Marker.New());

    private static Dictionary<string, string> Pair(string key, string value) => new() { [key] = value };

    private async Task AddUsageAsync(ApiClient client)
    {
        var events = Enumerable.Range(0, 3).Select(_ => new
        {
            event_id = Secret(_sealed),
            event_name = "api.call",
            external_customer_id = _externalId,
            source = Secret(_sealed),
            properties = new Dictionary<string, object> { ["calls"] = 3, [Secret(_sealed)] = Secret(_sealed) },
        });
        (await client.PostAsync("/v1/events/bulk", new { events })).Expecting(202);
    }

    private string Wrong() => Secret(_refused);

    private static string Secret(List<string> kept)
    {
        var marker = Marker.New();
        kept.Add(marker);
        return marker;
    }

    private object Body() => new
    {
        external_id = _externalId,
        name = _profile["name"],
        email = $"{_profile["email"]}@example.org",
        contact = _profile["contact"],
        address_line1 = _profile["line1"],
        address_line2 = _profile["line2"],
        address_city = _profile["city"],
        address_state = _profile["state"],
        address_postal_code = _profile["postal"],
        address_country = "DE",
        metadata = Pair(_profile["key"], _profile["value"]),
    };
}
