using System.Net;
using System.Text.Json.Nodes;

namespace FlexPrice.Api.Tests.Customers;

public abstract class SearchCustomersTests(SearchFixture fixture)
{
    [Theory]
    [InlineData("""{}""", "ada,bob,cid,eve")]
    [InlineData("""{"status":"archived"}""", "dan")]
    [InlineData("""{"status":"deleted"}""", "")]
    [InlineData("""{"filters":[]}""", "ada,bob,cid,dan,eve")]
    [InlineData("""{"external_id":"bob"}""", "bob")]
    [InlineData("""{"external_ids":["bob","ada","nobody"]}""", "ada,bob")]
    [InlineData("""{"email":"bob@example.com"}""", "bob")]
    [InlineData("""{"metadata":{"tier":"gold"}}""", "ada,cid")]
    [InlineData("""{"metadata":{"tier":"gold","region":"eu"}}""", "ada")]
    [InlineData("""{"metadata":{"tier":"g%"}}""", "")]
    [InlineData("""{"filters":[{"field":"name","operator":"contains","data_type":"string","value":{"string":"LOVE"}}]}""", "ada")]
    [InlineData("""{"filters":[{"field":"name","operator":"contains","data_type":"string","value":{"string":"%"}}]}""", "eve")]
    [InlineData("""{"filters":[{"field":"name","operator":"not_contains","data_type":"string","value":{"string":"o"}}]}""", "cid,dan")]
    [InlineData("""{"filters":[{"field":"address_country","operator":"eq","data_type":"string","value":{"string":"DE"}}]}""", "ada,dan")]
    [InlineData("""{"filters":[{"field":"external_id","operator":"in","data_type":"array","value":{"array":["ada","dan"]}}]}""", "ada,dan")]
    [InlineData("""{"filters":[{"field":"external_id","operator":"not_in","data_type":"array","value":{"array":["ada","dan"]}}]}""", "bob,cid,eve")]
    [InlineData("""{"email":"bob@example.com "}""", "")]
    [InlineData("""{"external_id":"bob "}""", "")]
    [InlineData("""{"filters":[{"field":"external_id","operator":"eq","data_type":"string","value":{"string":"ada "}}]}""", "")]
    [InlineData("""{"filters":[{"field":"external_id","operator":"in","data_type":"array","value":{"array":["ada ","dan"]}}]}""", "dan")]
    [InlineData("""{"filters":[{"field":"external_id","operator":"not_in","data_type":"array","value":{"array":["ada ","dan"]}}]}""", "ada,bob,cid,eve")]
    [InlineData("""{"filters":[{"field":"external_id","operator":"contains","data_type":"string","value":{"string":"ada "}}]}""", "")]
    [InlineData("""{"filters":[{"field":"address_country","operator":"in","data_type":"array","value":{"array":["DEU"]}}]}""", "")]
    [InlineData("""{"filters":[{"field":"status","operator":"in","data_type":"array","value":{"array":["archived"]}}]}""", "dan")]
    [InlineData("""{"filters":[{"field":"created_at","operator":"before","data_type":"date","value":{"date":"2001-01-01T00:00:00Z"}}]}""", "")]
    [InlineData("""{"filters":[{"field":"created_at","operator":"after","data_type":"date","value":{"date":"2001-01-01T00:00:00Z"}}]}""", "ada,bob,cid,dan,eve")]
    [InlineData("""{"filters":[{"field":"name","operator":"contains","data_type":"string","value":{"string":"o"}},{"field":"address_country","operator":"eq","data_type":"string","value":{"string":"US"}}]}""", "bob")]
    [InlineData("""{"start_time":"2090-01-01T00:00:00Z"}""", "ada,bob,cid,eve")]
    public async Task Search_WhenFiltered_FindsExactlyThose(string body, string expected)
    {
        var found = await SearchAsync(body);

        found.Items.Select(Name).ShouldBe(Split(expected), ignoreOrder: true);
        found.Body["pagination"]!["total"]!.GetValue<int>().ShouldBe(found.Items.Count);
    }

    [Theory]
    [InlineData("""{}""", "eve,cid,bob,ada")]
    [InlineData("""{"order":"asc"}""", "ada,bob,cid,eve")]
    [InlineData("""{"order":"desc"}""", "eve,cid,bob,ada")]
    [InlineData("""{"sort":[{"field":"name","direction":"asc"}]}""", "ada,bob,cid,eve")]
    [InlineData("""{"sort":[{"field":"name","direction":"desc"}]}""", "eve,cid,bob,ada")]
    [InlineData("""{"sort":[{"field":"address_country","direction":"asc"}],"order":"asc"}""", "eve,ada,cid,bob")]
    [InlineData("""{"sort":[{"field":"address_country","direction":"desc"},{"field":"name","direction":"asc"}]}""", "bob,cid,ada,eve")]
    public async Task Search_WhenSorted_AnswersInThatOrder(string body, string expected) =>
        (await SearchAsync(body)).Items.Select(Name).ShouldBe(Split(expected));

    [Theory]
    [InlineData(0, 0, "eve,cid,bob,ada", 50, 50)]
    [InlineData(2, 0, "eve,cid", 2, 2)]
    [InlineData(2, 2, "bob,ada", 2, 4)]
    [InlineData(2, 3, "ada", 2, 5)]
    [InlineData(1000, 4, "", 1000, 1004)]
    [InlineData(1, int.MaxValue, "", 1, 2147483648)]
    public async Task Search_WhenPaged_AnswersThatPageAndWhereTheNextBegins(int limit, int offset, string expected, int shownLimit, long next)
    {
        var found = await SearchAsync($$"""{"limit":{{limit}},"offset":{{offset}}}""");
        var listed = await fixture.World.Api.GetAsync($"/v1/customers?limit={limit}&offset={offset}");

        found.Items.Select(Name).ShouldBe(Split(expected));
        found.Body["pagination"]!.ToJsonString().ShouldBe($$"""{"limit":{{shownLimit}},"offset":{{next}},"total":4}""");
        JsonNode.DeepEquals(listed.Json, found.Json).ShouldBeTrue(listed.Text);
    }

    [Theory]
    [InlineData("?external_id=bob", "bob")]
    [InlineData("?external_ids=bob&external_ids=ada", "ada,bob")]
    [InlineData("?status=archived", "dan")]
    [InlineData("?email=bob@example.com", "bob")]
    public async Task List_WhenFiltered_FindsExactlyThose(string query, string expected) =>
        (await fixture.World.Api.GetAsync($"/v1/customers{query}")).Items.Select(Name).ShouldBe(Split(expected), ignoreOrder: true);

    [Theory]
    [InlineData("""{"limit":1001}""", "limit", "Invalid filter parameters")]
    [InlineData("""{"limit":-1}""", "limit", "Invalid filter parameters")]
    [InlineData("""{"offset":-1}""", "offset", "Invalid filter parameters")]
    [InlineData("""{"limit":99999999999}""", "limit", "Invalid request format")]
    [InlineData("""{"limit":1.5}""", "limit", "Invalid request format")]
    [InlineData("""{"start_time":"2026-02-01T00:00:00Z","end_time":"2026-01-01T00:00:00Z"}""", "end_time", "Invalid filter parameters")]
    [InlineData("""{"start_time":"soon"}""", "start_time", "Invalid request format")]
    [InlineData("""{"status":"live"}""", "status", "Request validation failed")]
    [InlineData("""{"order":"up"}""", "order", "Request validation failed")]
    [InlineData("""{"email":"bob"}""", "email", "Request validation failed")]
    [InlineData("""{"expand":"invoices"}""", "expand", "Request validation failed")]
    [InlineData("""{"customer_ids":[null]}""", "customer_ids", "Invalid request format")]
    [InlineData("""{"sort":[{"field":"password","direction":"asc"}]}""", "sort", "Request validation failed")]
    [InlineData("""{"sort":[{"field":"name","direction":"sideways"}]}""", "sort", "Request validation failed")]
    [InlineData("""{"filters":[{"field":"name; DROP TABLE customers","operator":"eq","data_type":"string","value":{"string":"a"}}]}""", "filters", "Request validation failed")]
    [InlineData("""{"filters":[{"field":"name","operator":"like","data_type":"string","value":{"string":"a"}}]}""", "filters", "Request validation failed")]
    [InlineData("""{"filters":[{"field":"name","operator":"eq","data_type":"string"}]}""", "filters", "Request validation failed")]
    [InlineData("""{"filters":[{"field":"name","operator":"in","data_type":"array","value":{"string":"a"}}]}""", "filters", "Request validation failed")]
    [InlineData("""{"filters":[{"field":"created_at","operator":"before","data_type":"date","value":{"string":"a"}}]}""", "filters", "Request validation failed")]
    [InlineData("""{"filters":[{}]}""", "filters", "Request validation failed")]
    public async Task Search_WhenAFieldIsWrong_NamesIt(string body, string field, string message) =>
        (await fixture.World.Api.SendTextAsync(HttpMethod.Post, "/v1/customers/search", body)).ShouldNameField(field).Message.ShouldBe(message);

    [Theory]
    [InlineData("?limit=abc", "limit")]
    [InlineData("?limit=1001", "limit")]
    [InlineData("?limit=1&limit=2", "limit")]
    [InlineData("?start_time=soon", "start_time")]
    [InlineData("?status=live", "status")]
    [InlineData("?expand=all", "expand")]
    public async Task List_WhenAParameterIsWrong_NamesIt(string query, string field) =>
        (await fixture.World.Api.GetAsync($"/v1/customers{query}")).ShouldNameField(field);

    // A few thousand conditions once ended the process, which no handler can prevent.
    [Theory]
    [InlineData(50, HttpStatusCode.OK)]
    [InlineData(51, HttpStatusCode.BadRequest)]
    [InlineData(8000, HttpStatusCode.BadRequest)]
    public async Task Search_WhenManyConditionsAreSent_AnswersFiftyAndRefusesMoreByName(int count, HttpStatusCode status)
    {
        var filters = new JsonArray([.. Enumerable.Range(0, count).Select(index => (JsonNode)new JsonObject { ["field"] = "name", ["operator"] = "not_contains", ["data_type"] = "string", ["value"] = new JsonObject { ["string"] = $"{index}" } })]);
        var sort = new JsonArray([.. Enumerable.Range(0, count).Select(_ => (JsonNode)new JsonObject { ["field"] = "name", ["direction"] = "asc" })]);
        var metadata = new JsonObject(Enumerable.Range(0, count).Select(index => KeyValuePair.Create($"k{index}", (JsonNode?)"v")));

        foreach (var (field, value) in new (string, JsonNode)[] { ("filters", filters), ("sort", sort), ("metadata", metadata) })
        {
            var answer = (await fixture.World.Api.PostAsync("/v1/customers/search", new JsonObject { [field] = value })).ShouldBe(status, field);
            if (status != HttpStatusCode.OK)
            {
                answer.ShouldNameField(field).Details.Count.ShouldBe(1);
            }
        }
    }

    [Fact]
    public async Task Search_WhenAFilterHasManyValues_Takes500EachOnce()
    {
        object Search(int values, int distinct) => new
        {
            filters = Enumerable.Repeat(new { field = "external_id", @operator = "in", data_type = "array", value = new { array = Enumerable.Range(0, values).Select(number => number % distinct == 0 ? "ada" : $"nobody-{number % distinct}") } }, 50),
        };

        (await fixture.World.Api.PostAsync("/v1/customers/search", Search(500, 500))).ShouldBe(HttpStatusCode.OK).Items.Select(Name).ShouldBe(["ada"]);
        (await fixture.World.Api.PostAsync("/v1/customers/search", Search(501, 1))).ShouldNameField("filters[0].value.array");
    }

    private async Task<Answer> SearchAsync(string body) => (await fixture.World.Api.SendTextAsync(HttpMethod.Post, "/v1/customers/search", body)).ShouldBe(HttpStatusCode.OK);

    private static string Name(JsonObject customer) => customer["external_id"]!.GetValue<string>();

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public sealed class OnSqlite(SearchOn<SqliteEngine> fixture) : SearchCustomersTests(fixture), IClassFixture<SearchOn<SqliteEngine>>;

    public sealed class OnPostgreSql(SearchOn<PostgreSqlEngine> fixture) : SearchCustomersTests(fixture), IClassFixture<SearchOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(SearchOn<SqlServerEngine> fixture) : SearchCustomersTests(fixture), IClassFixture<SearchOn<SqlServerEngine>>;
}
