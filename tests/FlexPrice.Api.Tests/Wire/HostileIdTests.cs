using System.Net;

namespace FlexPrice.Api.Tests.Wire;

/// <summary>Every endpoint with an id × every hostile id: a 4xx with the union body, and no row is touched.</summary>
public abstract class HostileIdTests(ApiFixture fixture)
{
    private static readonly string[] Hostile =
    [
        "cust_'; DROP TABLE customers; --",
        "cust_01\"OR\"1\"=\"1",
        "../../etc/passwd",
        "a/b/c",
        "cust_/",
        "cust_\n\r\t\u001b[31m",
        "\u202egnirts",
        "😀",
        "%00",
        "%2e%2e%2f",
        "{id}",
        "null",
        "undefined",
        "0",
        "-1",
        "*",
        " ",
        "cust_01hzzzzzzzzzzzzzzzzzzzzzzz",
        "CUST_01HZZZZZZZZZZZZZZZZZZZZZZZ",
        "cust_01HZZZZZZZZZZZZZZZZZZZZZZZZ",
        "wallet_01HZZZZZZZZZZZZZZZZZZZZZZZ",
        "subs_01HZZZZZZZZZZZZZZZZZZZZZZZ",
        "del_01HZZZZZZZZZZZZZZZZZZZZZZZ",
        "secret_01HZZZZZZZZZZZZZZZZZZZZZZZ",
        "cust_01HZZZZZZZZZZZZZZZZZZZZZZZ",
        new('x', 10_000),
        "cust_" + new string('0', 10_000),
    ];

    [Fact]
    public async Task Id_WhenHostile_IsA4xxInTheUnionBodyAndChangesNothing()
    {
        var world = fixture.World;
        var customer = await world.CustomerAsync();
        await world.SubscriptionAsync(customer);
        await world.WalletAsync(customer);
        await world.InvoiceAsync(customer);
        await world.WorkflowAsync(customer);
        await world.MappingAsync(customer);
        var before = world.Database.Dump();
        var wrong = new List<string>();
        foreach (var endpoint in ApiEndpoint.Of(fixture.Host).Where(endpoint => endpoint.HasId))
        {
            foreach (var id in Hostile)
            {
                var answer = await endpoint.SendAsync(world.Api, Uri.EscapeDataString(id));
                if (DefectOf(endpoint, answer) is { } defect)
                {
                    wrong.Add($"{endpoint.Name} with {id[..Math.Min(40, id.Length)]}: {answer.Status} {defect}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        world.Database.Dump().ShouldEqual(before);
    }

    [Theory]
    [InlineData("GET", "/v1/customers/{0}", "wallet", "Ids of customers are cust_")]
    [InlineData("DELETE", "/v1/customers/{0}", "subs", "Ids of customers are cust_")]
    [InlineData("GET", "/v1/subscriptions/{0}", "cust", "Ids of subscriptions are subs_")]
    [InlineData("GET", "/v1/wallets/{0}", "cust", "Ids of wallets are wallet_")]
    [InlineData("GET", "/v1/invoices/{0}", "cust", "Ids of invoices are inv_")]
    [InlineData("GET", "/v1/workflows/{0}", "cust", "Ids of workflows are wf_")]
    [InlineData("GET", "/v1/entity-integration-mappings/{0}", "cust", "Ids of mappings are eim_")]
    [InlineData("GET", "/v1/deletions/{0}", "cust", "Ids of deletions are del_")]
    public async Task Id_WhenOfAnotherKind_IsTheContracts404WithAHint(string method, string path, string prefix, string hint)
    {
        var answer = await fixture.World.Api.SendAsync(new HttpMethod(method), path.Replace("{0}", Ids.New(prefix), StringComparison.Ordinal), null);

        answer.ShouldBeError(HttpStatusCode.NotFound, "not_found").Details["hint"]!.GetValue<string>().ShouldContain(hint);
    }

    [Theory]
    [InlineData("/v1/customers?status=%00", "status")]
    [InlineData("/v1/integrations/mappings?entity_type=customer&entity_id=a%00", "entity_id")]
    public async Task Query_WhenItHoldsWhatNoDatabaseKeeps_IsNamed(string path, string field) => (await fixture.World.Api.GetAsync(path)).ShouldNameField(field);

    [Fact]
    public async Task Id_WhenEchoed_IsCutAndHasNoControlCharacters()
    {
        var answer = await fixture.World.Api.GetAsync($"/v1/customers/{Uri.EscapeDataString("a\u001b\u0007" + new string('b', 5000))}");

        answer.ShouldBe(HttpStatusCode.NotFound);
        answer.Text.Length.ShouldBeLessThan(2000);
        answer.Text.ShouldNotContain("\\u001b", Case.Insensitive);
    }

    // The contract's list of wallets is empty for an unknown customer.
    private static string? DefectOf(ApiEndpoint endpoint, Answer answer)
    {
        if (endpoint.Name == "GET /v1/customers/{id}/wallets" && answer.Status == HttpStatusCode.OK)
        {
            return answer.Text == "[]" ? null : answer.Text;
        }

        return (int)answer.Status is >= 400 and < 500 ? ErrorBody.DefectOf(answer) : "is no 4xx";
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : HostileIdTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : HostileIdTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : HostileIdTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
