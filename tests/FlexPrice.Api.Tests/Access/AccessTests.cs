using System.Net;
using FlexPrice.Api.Tests.Wire;

namespace FlexPrice.Api.Tests.Access;

/// <summary>Every endpoint × who calls: the endpoints are enumerated, so that a new one without a permission in this table fails.</summary>
public abstract class AccessTests(ApiFixture fixture)
{
    // Copied from the contract by hand, so that a slip in the product's attributes shows.
    private static readonly Dictionary<string, string> Permissions = new(StringComparer.Ordinal)
    {
        ["POST /v1/customers"] = "customer:write",
        ["GET /v1/customers"] = "customer:read",
        ["PUT /v1/customers"] = "customer:write",
        ["POST /v1/customers/search"] = "customer:read",
        ["GET /v1/customers/external/{external_id}"] = "customer:read",
        ["GET /v1/customers/lookup/{key}"] = "customer:read",
        ["GET /v1/customers/{id}"] = "customer:read",
        ["PUT /v1/customers/{id}"] = "customer:write",
        ["DELETE /v1/customers/{id}"] = "customer:write",
        ["GET /v1/customers/{id}/deletion-plan"] = "customer:read",
        ["GET /v1/deletions/{id}"] = "deletion:read",
        ["POST /v1/deletions/search"] = "deletion:read",
        ["GET /v1/settings/deletion-policy"] = "deletion_policy:read",
        ["PUT /v1/settings/deletion-policy"] = "deletion_policy:write",
        ["POST /v1/subscriptions"] = "subscription:write",
        ["POST /v1/subscriptions/search"] = "subscription:read",
        ["GET /v1/subscriptions/{id}"] = "subscription:read",
        ["PUT /v1/subscriptions/{id}"] = "subscription:write",
        ["POST /v1/subscriptions/{id}/cancel"] = "subscription:write",
        ["POST /v1/wallets"] = "wallet:write",
        ["POST /v1/wallets/search"] = "wallet:read",
        ["GET /v1/wallets/{id}"] = "wallet:read",
        ["POST /v1/wallets/{id}/terminate"] = "wallet:write",
        ["GET /v1/customers/wallets"] = "wallet:read",
        ["GET /v1/customers/{id}/wallets"] = "wallet:read",
        ["POST /v1/events"] = "event:write",
        ["POST /v1/events/bulk"] = "event:write",
        ["POST /v1/events/query"] = "event:read",
        ["POST /v1/deletions/{id}/recipients/{recipient_id}/waive"] = "waive:write",
        ["POST /v1/deletions/{id}/recipients/{recipient_id}/confirm"] = "waive:write",
        ["GET /v1/settings/retention-policy"] = "retention:read",
        ["PUT /v1/settings/retention-policy"] = "retention:write",
        ["POST /v1/invoices"] = "invoice:write",
        ["POST /v1/invoices/search"] = "invoice:read",
        ["GET /v1/invoices/{id}"] = "invoice:read",
        ["POST /v1/invoices/{id}/finalize"] = "invoice:write",
        ["POST /v1/invoices/{id}/void"] = "invoice:write",
        ["PUT /v1/invoices/{id}/payment"] = "invoice:write",
        ["POST /v1/workflows"] = "workflow:write",
        ["POST /v1/workflows/search"] = "workflow:read",
        ["GET /v1/workflows/{id}"] = "workflow:read",
        ["POST /v1/workflows/{id}/stop"] = "workflow:write",
        ["POST /v1/entity-integration-mappings"] = "integration:write",
        ["GET /v1/entity-integration-mappings/{id}"] = "integration:read",
        ["DELETE /v1/entity-integration-mappings/{id}"] = "integration:write",
        ["GET /v1/integrations/mappings"] = "integration:read",
        ["POST /v1/secrets/api/keys"] = "secret:write",
        ["GET /v1/secrets/api/keys"] = "secret:read",
        ["DELETE /v1/secrets/api/keys/{id}"] = "secret:write",
    };

    private World World => fixture.World;

    [Fact]
    public void Endpoints_WhenEnumerated_AreAllInTheTable() =>
        ApiEndpoint.Of(fixture.Host).Select(endpoint => endpoint.Name).ShouldBe(
            Permissions.Keys,
            ignoreOrder: true,
            "Write every endpoint with its permission into Permissions at the head of AccessTests, once more and by hand (docs/guides/add-a-command.md, Let the tests name what is missing).");

    [Fact]
    public async Task Endpoint_WhenThereIsNoUsableKey_Is401()
    {
        var expired = World.KeyWith("super_admin");
        World.Database.Execute("UPDATE api_keys SET expires_at = @past WHERE key_hash = @hash", ("@past", fixture.Host.Now().AddSeconds(-1)), ("@hash", World.HashOf(expired)));
        var revoked = World.KeyWith("super_admin");
        World.Database.Execute("UPDATE api_keys SET status = 'deleted' WHERE key_hash = @hash", ("@hash", World.HashOf(revoked)));
        var (before, wrong) = (World.Database.Dump(), new List<string>());

        foreach (var endpoint in ApiEndpoint.Of(fixture.Host))
        {
            foreach (var key in new[] { null, "wrong", expired, revoked, new string('k', 10_000), ApiHost.BootstrapKey + " ", ApiHost.BootstrapKey.ToUpperInvariant() })
            {
                foreach (var isBearer in new[] { false, true })
                {
                    var answer = await endpoint.SendAsync(fixture.Host.ClientFor(null), Ids.New("cust"), key is null ? [] : [isBearer ? ("Authorization", $"Bearer {key}") : ("x-api-key", key)]);
                    var isTrimmed = key == ApiHost.BootstrapKey + " ";
                    if (!isTrimmed && (answer.Status != HttpStatusCode.Unauthorized || ErrorBody.DefectOf(answer) is not null || answer.Message != "Unauthorized" || !answer.Headers.ContainsKey("WWW-Authenticate")))
                    {
                        wrong.Add($"{endpoint.Name} with {key}: {answer.Status} {answer.Text}");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
        World.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Endpoint_WhenTheKeyComesInEitherHeader_LetsItIn()
    {
        foreach (var endpoint in ApiEndpoint.Of(fixture.Host))
        {
            foreach (var header in new[] { ("x-api-key", ApiHost.BootstrapKey), ("X-API-KEY", ApiHost.BootstrapKey), ("Authorization", $"Bearer {ApiHost.BootstrapKey}"), ("Authorization", $"bearer {ApiHost.BootstrapKey}") })
            {
                var answer = await endpoint.SendAsync(fixture.Host.ClientFor(null), Ids.New("cust"), header);
                answer.Status.ShouldNotBe(HttpStatusCode.Unauthorized, endpoint.Name);
            }
        }

        (await fixture.Host.ClientFor("wrong").GetAsync("/v1/customers", ("Authorization", $"Bearer {ApiHost.BootstrapKey}"))).ShouldBe(HttpStatusCode.OK, "x-api-key is only tried first");
    }

    [Theory]
    [InlineData("all_reader")]
    [InlineData("all_writer")]
    [InlineData("event_ingestor")]
    [InlineData("event_reader")]
    [InlineData("super_admin")]
    [InlineData("unheard_of")]
    public async Task Endpoint_WhenTheRoleIsNotEnough_Is403AndChangesNothing(string role)
    {
        var api = fixture.Host.ClientFor(World.KeyWith(role));
        var (before, wrong) = (World.Database.Dump(), new List<string>());
        foreach (var endpoint in ApiEndpoint.Of(fixture.Host).Where(endpoint => endpoint.Name != "PUT /v1/settings/deletion-policy" || role != "super_admin"))
        {
            var answer = await endpoint.SendAsync(api, Ids.New("cust"));
            var permitted = Permits(role, Permissions[endpoint.Name]);
            var asExpected = permitted
                ? answer.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
                : answer.Status == HttpStatusCode.Forbidden && ErrorBody.DefectOf(answer) is null && answer.Message == "insufficient permissions" && answer.Details["permission"]?.GetValue<string>() == Permissions[endpoint.Name];
            if (!asExpected)
            {
                wrong.Add($"{endpoint.Name} as {role}: {answer.Status} {answer.Text}");
            }
        }

        wrong.ShouldBeEmpty();
        World.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Endpoint_WhenThePermissionIsMissing_Is403WhateverElseIsSent()
    {
        var (api, wrong) = (fixture.Host.ClientFor(World.KeyWith("unheard_of")), new List<string>());
        var tooLarge = new byte[(1024 * 1024) + 1];
        foreach (var endpoint in ApiEndpoint.Of(fixture.Host))
        {
            var route = endpoint.PathWith("x").Split('?')[0];
            (string What, Func<Task<Answer>> Send)[] requests =
            [
                ("nothing", () => api.SendAsync(endpoint.Method, route, content: null)),
                ("a wrong query", () => api.SendAsync(endpoint.Method, $"{route}?limit=x&limit=y&nobody=knows", content: null)),
                ("half a body", () => api.SendTextAsync(endpoint.Method, route, "{")),
                ("no JSON", () => api.SendTextAsync(endpoint.Method, route, "text", "text/plain")),
                ("a body that is too large", () => api.SendBytesAsync(endpoint.Method, route, tooLarge)),
                ("a wrong header", () => api.SendAsync(endpoint.Method, route, content: null, ("Idempotency-Key", new string('k', 300)))),
            ];
            foreach (var (what, send) in requests)
            {
                var answer = await send();
                if (answer.Status != HttpStatusCode.Forbidden || answer.Details["permission"]?.GetValue<string>() != Permissions[endpoint.Name])
                {
                    wrong.Add($"{endpoint.Name} with {what}: {answer.Status} {answer.Text}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Endpoint_WhenTheTenantIsSuspended_ReadsButDoesNotWrite()
    {
        var world = World.Another(fixture.Host);
        var customer = await world.CustomerAsync();
        world.Database.Execute("UPDATE tenants SET status = 'suspended' WHERE id = @id", ("@id", world.Tenant));
        var (before, wrong) = (world.Database.Dump(), new List<string>());
        foreach (var endpoint in ApiEndpoint.Of(fixture.Host))
        {
            var answer = await endpoint.SendAsync(world.Api, customer);
            var writes = Permissions[endpoint.Name].EndsWith(":write", StringComparison.Ordinal);
            if (writes != (answer.Status == HttpStatusCode.Forbidden) || (writes && (answer.Message != "tenant account is suspended" || ErrorBody.DefectOf(answer) is not null)))
            {
                wrong.Add($"{endpoint.Name}: {answer.Status} {answer.Text}");
            }
        }

        wrong.ShouldBeEmpty();
        world.Database.Dump().ShouldEqual(before);
        (await world.Api.GetAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.OK);
    }

    // No wildcard reaches these.
    private static bool IsReserved(string permission) => permission.Split(':')[0] is "deletion_policy" or "retention" or "waive";

    private static bool Permits(string role, string permission) => role switch
    {
        "super_admin" => true,
        "all_writer" => !IsReserved(permission),
        "all_reader" => permission.EndsWith(":read", StringComparison.Ordinal) && !IsReserved(permission),
        "event_ingestor" => permission == "event:write",
        "event_reader" => permission == "event:read",
        _ => false,
    };

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : AccessTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : AccessTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : AccessTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
