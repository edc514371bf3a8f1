namespace FlexPrice.Api.Tests.Requests;

/// <summary>An endpoint that takes an <c>Idempotency-Key</c>, with requests of which each has an effect of its own.</summary>
/// <param name="Endpoint">Method and route.</param>
/// <param name="MakeAsync">Makes the requests: the first, and others to the same endpoint that name another target or say something else.</param>
internal sealed record IdempotentCase(string Endpoint, Func<World, Task<IReadOnlyList<IdempotentCall>>> MakeAsync)
{
    /// <summary>Every endpoint that replays.</summary>
    public static IReadOnlyList<IdempotentCase> All { get; } =
    [
        Of("POST /v1/customers", world => Twice(() => Task.FromResult(Post("/v1/customers", new { external_id = Ids.ExternalId(), name = "Ada" })))),
        Of("PUT /v1/customers", async world => await TargetsAsync(world, world.ExternalIdOf, external => Put($"/v1/customers?external_customer_id={external}", new { name = Ids.ExternalId("name") }))),
        Of("PUT /v1/customers/{id}", async world => await TargetsAsync(world, id => id, id => Put($"/v1/customers/{id}", new { name = Ids.ExternalId("name") }), id => Put($"/v1/customers/{id}", new { status = "archived" }))),
        Of("DELETE /v1/customers/{id}", async world => await TargetsAsync(world, id => id, id => Delete($"/v1/customers/{id}"), id => Delete($"/v1/customers/{id}?usage=erase"))),
        Of("POST /v1/subscriptions", world => Twice(async () => Post("/v1/subscriptions", new { customer_id = await world.CustomerAsync(), plan_id = "plan", currency = "usd", billing_period = "MONTHLY" }))),
        Of("PUT /v1/subscriptions/{id}", world => TwiceOn(async () => await world.SubscriptionAsync(await world.CustomerAsync()), async id => Put($"/v1/subscriptions/{id}", new { invoicing_customer_id = await world.CustomerAsync() }))),
        Of("POST /v1/subscriptions/{id}/cancel", world => TwiceOn(
            async () => await world.SubscriptionAsync(await world.CustomerAsync()),
            id => Task.FromResult(Post($"/v1/subscriptions/{id}/cancel", new { cancellation_type = "end_of_period" })),
            id => Task.FromResult(Post($"/v1/subscriptions/{id}/cancel", new { cancellation_type = "immediate" })))),
        Of("POST /v1/invoices", world => Twice(async () => Post("/v1/invoices", new { customer_id = await world.CustomerAsync(), currency = "usd", amount_due = "10", total = "10", subtotal = "10", invoice_type = "ONE_OFF" }))),
        Of("POST /v1/invoices/{id}/finalize", world => TwiceOn(async () => await world.InvoiceAsync(await world.CustomerAsync(), "draft"), id => Task.FromResult(Post($"/v1/invoices/{id}/finalize", new { })))),
        Of("POST /v1/invoices/{id}/void", world => TwiceOn(async () => await world.InvoiceAsync(await world.CustomerAsync()), id => Task.FromResult(Post($"/v1/invoices/{id}/void", new { })))),
        Of("PUT /v1/invoices/{id}/payment", world => TwiceOn(
            async () => await world.InvoiceAsync(await world.CustomerAsync()),
            id => Task.FromResult(Put($"/v1/invoices/{id}/payment", new { payment_status = "PENDING", amount = "3" })),
            id => Task.FromResult(Put($"/v1/invoices/{id}/payment", new { payment_status = "SUCCEEDED" })))),
        Of("POST /v1/wallets", world => Twice(async () => Post("/v1/wallets", new { customer_id = await world.CustomerAsync(), currency = "usd", wallet_type = "PRE_PAID" }))),
        Of("POST /v1/wallets/{id}/terminate", world => TwiceOn(async () => await world.WalletAsync(await world.CustomerAsync()), id => Task.FromResult(Post($"/v1/wallets/{id}/terminate", new { })))),
        Of("POST /v1/workflows", world => Twice(async () => Post("/v1/workflows", new { customer_id = await world.CustomerAsync(), workflow_type = "CustomerOnboardingWorkflow" }))),
        Of("POST /v1/workflows/{id}/stop", world => TwiceOn(async () => await world.WorkflowAsync(await world.CustomerAsync()), id => Task.FromResult(Post($"/v1/workflows/{id}/stop", new { })))),
        Of("POST /v1/entity-integration-mappings", world => Twice(async () => Post(
            "/v1/entity-integration-mappings",
            new { entity_type = "customer", entity_id = await world.CustomerAsync(), provider_type = "stripe", provider_entity_id = Ids.ExternalId("cus") }))),
        Of("DELETE /v1/entity-integration-mappings/{id}", world => TwiceOn(async () => await world.MappingAsync(await world.CustomerAsync()), id => Task.FromResult(Delete($"/v1/entity-integration-mappings/{id}")))),
        Of("DELETE /v1/secrets/api/keys/{id}", world => TwiceOn(() => KeyAsync(world), id => Task.FromResult(Delete($"/v1/secrets/api/keys/{id}")))),
        Of("PUT /v1/settings/deletion-policy", world => Twice(() => Task.FromResult(Put("/v1/settings/deletion-policy", new { deletions_per_hour = Random.Shared.Next(10_000, 100_000) })))),
        Of("PUT /v1/settings/retention-policy", async world => [.. (await CurrentYearsAsync(world)).Select(years => Put("/v1/settings/retention-policy", new { years }))]),
        Of("POST /v1/deletions/{id}/recipients/{recipient_id}/waive", world => TwiceOn(
            async () => await RecipientAsync(world, async customer => await world.MappingAsync(customer), ""),
            path => Task.FromResult(Post($"{path}/waive", new { reason = "The account was closed" })),
            path => Task.FromResult(Post($"{path}/waive", new { reason = "Another reason" })))),
        Of("POST /v1/deletions/{id}/recipients/{recipient_id}/confirm", world => TwiceOn(
            async () => await RecipientAsync(world, async customer => await world.WalletAsync(customer), "?wallets=refund"),
            path => Task.FromResult(Post($"{path}/confirm", new { evidence = "SEPA 1" })),
            path => Task.FromResult(Post($"{path}/confirm", new { evidence = "SEPA 2" })))),
    ];

    private static IdempotentCase Of(string endpoint, Func<World, Task<IReadOnlyList<IdempotentCall>>> make) => new(endpoint, make);

    private static IdempotentCall Post(string path, object body) => new(HttpMethod.Post, path, body);

    private static IdempotentCall Put(string path, object body) => new(HttpMethod.Put, path, body);

    private static IdempotentCall Delete(string path) => new(HttpMethod.Delete, path, null);

    private static async Task<IReadOnlyList<IdempotentCall>> Twice(Func<Task<IdempotentCall>> make) => [await make(), await make()];

    // The first target and another one, and the first target with another body.
    private static async Task<IReadOnlyList<IdempotentCall>> TwiceOn(Func<Task<string>> target, Func<string, Task<IdempotentCall>> call, Func<string, Task<IdempotentCall>>? otherwise = null)
    {
        var first = await target();
        return [await call(first), await call(await target()), .. otherwise is null ? (IReadOnlyList<IdempotentCall>)[] : [await otherwise(first)]];
    }

    private static async Task<IReadOnlyList<IdempotentCall>> TargetsAsync(World world, Func<string, string> target, Func<string, IdempotentCall> call, Func<string, IdempotentCall>? otherwise = null) =>
        await TwiceOn(async () => target(await world.CustomerAsync()), id => Task.FromResult(call(id)), otherwise is null ? null : id => Task.FromResult(otherwise(id)));

    private static async Task<string> KeyAsync(World world) =>
        (await world.Api.PostAsync("/v1/secrets/api/keys", new { name = "another", type = "private_key" })).Body["secret"]!["id"]!.GetValue<string>();

    private static async Task<IReadOnlyList<int>> CurrentYearsAsync(World world)
    {
        var current = (await world.Api.GetAsync("/v1/settings/retention-policy")).Body["years"]!.GetValue<int>();
        return current < 15 ? [current + 1, current + 2] : [current - 7, current - 6];
    }

    private static async Task<string> RecipientAsync(World world, Func<string, Task> give, string choices)
    {
        var customer = await world.CustomerAsync();
        await give(customer);
        var deletion = (await world.Api.DeleteAsync($"/v1/customers/{customer}{choices}")).Headers["FlexPrice-Deletion-Id"];
        return $"/v1/deletions/{deletion}/recipients/{world.Database.Text("SELECT id FROM recipients WHERE deletion_id = @id", ("@id", deletion))}";
    }
}
