namespace FlexPrice.EndToEnd.Tests.Erasure;

/// <summary>A customer every personal field of whom holds a marker.</summary>
internal sealed class Person
{
    private readonly List<string> _former = [];
    private readonly List<string> _ofDependents = [];
    private readonly List<string> _sealed = [];
    private string _id = "";
    private string _externalId = Marker.New();
    private Dictionary<string, string> _profile = NewProfile();

    public string Id => _id;

    /// <summary>What stands in the database in clear now.</summary>
    public IEnumerable<string> Current => _profile.Values.Append(_externalId).Concat(_ofDependents);

    /// <summary>What stood in the database in clear at any time.</summary>
    public IEnumerable<string> Ever => Current.Concat(_former);

    /// <summary>What is sealed in the database.</summary>
    public IReadOnlyList<string> Sealed => _sealed;

    public async Task CreateAsync(Client client) => _id = (await client.PostAsync("/v1/customers", Body())).Expecting(201).Id;

    public async Task LookUpAsync(Client client)
    {
        (await client.GetAsync($"/v1/customers/external/{_externalId}", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("tracestate", $"caller={_externalId}"), ("User-Agent", _externalId))).Expecting(200);
        (await client.GetAsync($"/v1/customers?external_id={_externalId}&email={_profile["email"]}@example.org")).Expecting(200);
    }

    public async Task UpdateAsync(Client client, bool withExternalId)
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

    public async Task AddDependentsAsync(Client client, Database database)
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
        // Nothing is due, so that it is issued and paid at once: it stays, and what it says is sealed.
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
        await Given.ReleasedHoldAsync(database, _id, ground: Clear());
        await AddUsageAsync(client);
    }

    /// <summary>Whether what is sealed comes back, whole, to who asks for it.</summary>
    public async Task<bool> OpensAsync(Client client)
    {
        var answer = (await client.PostAsync("/v1/events/query", new { external_customer_id = _externalId })).Expecting(200).Text;
        return _sealed.TrueForAll(marker => answer.Contains(marker, StringComparison.Ordinal));
    }

    private static Dictionary<string, string> NewProfile() =>
        new[] { "name", "email", "contact", "line1", "line2", "city", "state", "postal", "key", "value" }.ToDictionary(field => field, _ => Marker.New());

    private static Dictionary<string, string> Pair(string key, string value) => new() { [key] = value };

    private async Task AddUsageAsync(Client client)
    {
        var events = Enumerable.Range(0, 3).Select(_ => new
        {
            event_id = Secret(),
            event_name = "api.call",
            external_customer_id = _externalId,
            source = Secret(),
            properties = new Dictionary<string, object> { ["calls"] = 3, [Secret()] = Secret() },
        });
        (await client.PostAsync("/v1/events/bulk", new { events })).Expecting(202);
    }

    private string Secret()
    {
        var marker = Marker.New();
        _sealed.Add(marker);
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
