using System.Net;
using System.Text.Json.Nodes;

namespace FlexPrice.Api.Tests.Customers;

public abstract class CustomerFieldsTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Theory]
    [InlineData("external_id", 256)]
    [InlineData("name", 256)]
    [InlineData("email", 256)]
    [InlineData("contact", 21)]
    [InlineData("address_line1", 256)]
    [InlineData("address_line2", 256)]
    [InlineData("address_city", 101)]
    [InlineData("address_state", 101)]
    [InlineData("address_postal_code", 21)]
    public async Task Field_WhenOverLong_IsNamedOnCreateAndUpdate(string field, int tooLong)
    {
        await RefusedAsync(field, new string('x', tooLong));
        if (field != "email")
        {
            var body = new JsonObject { ["external_id"] = Ids.ExternalId(), ["name"] = "Ada", [field] = new string('x', tooLong - 1 - (field == "external_id" ? 12 : 0)) + (field == "external_id" ? Ids.ExternalId()[^12..] : "") };
            (await World.Api.PostAsync("/v1/customers", body)).ShouldBe(HttpStatusCode.Created, "One less is allowed");
        }
    }

    [Theory]
    [InlineData("external_id", "")]
    [InlineData("external_id", "   ")]
    [InlineData("external_id", "a\u0000b")]
    [InlineData("name", "a\u001b[0m")]
    [InlineData("email", "ada")]
    [InlineData("email", "ada@")]
    [InlineData("email", "ada@localhost")]
    [InlineData("email", "Ada <ada@example.com>")]
    [InlineData("email", "a@b@example.com")]
    [InlineData("address_country", "de")]
    [InlineData("address_country", "XX")]
    [InlineData("address_country", "DEU")]
    [InlineData("address_country", "Germany")]
    [InlineData("timezone", "Mars/Olympus")]
    [InlineData("timezone", "+01:00")]
    [InlineData("timezone", "europe/berlin")]
    public async Task Field_WhenWrong_IsNamedOnCreateAndUpdate(string field, string value) => await RefusedAsync(field, value);

    [Theory]
    [InlineData("""{"name":"Ada"}""")]
    [InlineData("""{"external_id":null,"name":"Ada"}""")]
    public async Task ExternalId_WhenMissing_IsNamed(string body) =>
        (await World.Api.SendTextAsync(HttpMethod.Post, "/v1/customers", body)).ShouldNameField("external_id").Message.ShouldBe("Request validation failed");

    [Theory]
    [InlineData("""{"k":1}""")]
    [InlineData("""{"k":null}""")]
    [InlineData("""{"k":{}}""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task Metadata_WhenNotTextToText_IsNamed(string metadata) =>
        (await World.Api.SendTextAsync(HttpMethod.Post, "/v1/customers", $$"""{"external_id":"{{Ids.ExternalId()}}","name":"Ada","metadata":{{metadata}}}""")).ShouldNameField("metadata");

    [Fact]
    public async Task Fields_WhenSeveralAreWrong_AreNamedAllAtOnce()
    {
        var refused = await World.Api.PostAsync("/v1/customers", new { email = "no", timezone = "no", address_country = "no", contact = new string('1', 21) });

        refused.Details.Select(detail => detail.Key).ShouldBe(["external_id", "email", "timezone", "address_country", "contact"], ignoreOrder: true);
    }

    [Fact]
    public async Task ExternalId_WhenTaken_IsAConflictThatNamesIt()
    {
        var (customer, other) = (await World.CustomerAsync(), await World.CustomerAsync());
        var taken = World.ExternalIdOf(customer);
        var before = World.Database.Dump();

        foreach (var refused in new[] { await World.Api.PostAsync("/v1/customers", new { external_id = taken, name = "Twin" }), await World.Api.PutAsync($"/v1/customers/{other}", new { external_id = taken, name = "Twin" }) })
        {
            refused.ShouldBeError(HttpStatusCode.Conflict, "already_exists", "A customer with this identifier already exists").Details["external_id"]!.GetValue<string>().ShouldBe(taken);
        }

        World.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Parent_WhenUnknownOrCircular_IsRefusedAndChangesNothing()
    {
        var root = await World.CustomerAsync();
        var child = await World.CustomerAsync(root);
        var grandchild = await World.CustomerAsync(child);
        var before = World.Database.Dump();

        foreach (var unknown in new[] { Ids.New("cust"), Ids.New("wallet"), "'; --", new string('x', 255) })
        {
            (await World.Api.PostAsync("/v1/customers", new { external_id = Ids.ExternalId(), name = "Ada", parent_customer_id = unknown }))
                .ShouldBeError(HttpStatusCode.NotFound, "not_found").Details.ContainsKey("parent_customer_id").ShouldBeTrue();
            (await World.Api.PutAsync($"/v1/customers/{root}", new { parent_customer_id = unknown })).ShouldBe(HttpStatusCode.NotFound);
        }

        (await World.Api.PostAsync("/v1/customers", new { external_id = Ids.ExternalId(), name = "Ada", parent_customer_external_id = "nobody" }))
            .ShouldBeError(HttpStatusCode.NotFound, "not_found").Details.ContainsKey("parent_customer_external_id").ShouldBeTrue();
        foreach (var circular in new[] { root, child, grandchild })
        {
            (await World.Api.PutAsync($"/v1/customers/{root}", new { parent_customer_id = circular, name = "Moved" })).ShouldNameField("parent_customer_id").Message.ShouldBe("A customer cannot be its own ancestor");
        }

        World.Database.Dump().ShouldEqual(before);
        (await World.Api.PutAsync($"/v1/customers/{child}", new { parent_customer_id = "" })).ShouldBe(HttpStatusCode.OK).Body["parent_customer_id"].ShouldBeNull();
        (await World.Api.PutAsync($"/v1/customers/{root}", new { parent_customer_external_id = World.ExternalIdOf(grandchild) })).ShouldBe(HttpStatusCode.OK).Body["parent_customer_id"]!.GetValue<string>().ShouldBe(grandchild);
    }

    [Fact]
    public async Task Update_WhenNobodyOrTwoPeopleAreNamed_IsRefused()
    {
        var (first, second) = (await World.CustomerAsync(), await World.CustomerAsync());

        (await World.Api.PutAsync("/v1/customers", new { name = "Ada" })).ShouldNameField("id");
        (await World.Api.PutAsync($"/v1/customers?id={first}&external_customer_id={World.ExternalIdOf(second)}", new { name = "Ada" })).ShouldNameField("external_customer_id");
        (await World.Api.PutAsync($"/v1/customers?id={first}&id={second}", new { name = "Ada" })).ShouldNameField("id");
        (await World.Api.PutAsync($"/v1/customers?id={first}&external_customer_id={World.ExternalIdOf(first)}", new { name = "Both" })).ShouldBe(HttpStatusCode.OK).Id.ShouldBe(first);
        (await World.Api.PutAsync($"/v1/customers?external_customer_id={World.ExternalIdOf(second)}", new { metadata = new { plan = "gold" } })).ShouldBe(HttpStatusCode.OK).Body["metadata"]!["plan"]!.GetValue<string>().ShouldBe("gold");
    }

    [Fact]
    public async Task Create_WhenEveryFieldIsSent_AnswersThemAll()
    {
        var sent = new JsonObject
        {
            ["external_id"] = Ids.ExternalId(),
            ["name"] = "Ada 💫 Lovelace",
            ["email"] = "ada@example.com",
            ["contact"] = "+49 30 1234",
            ["address_line1"] = "1 Main St",
            ["address_line2"] = "Floor 2",
            ["address_city"] = "Berlin",
            ["address_state"] = "BE",
            ["address_postal_code"] = "10115",
            ["address_country"] = "DE",
            ["timezone"] = "Europe/Berlin",
            ["metadata"] = new JsonObject { ["note"] = "two\nlines" },
            ["unknown_field"] = new JsonArray(1, 2),
        };

        var created = (await World.Api.PostAsync("/v1/customers", sent)).ShouldBe(HttpStatusCode.Created);

        sent.Remove("unknown_field");
        sent.ShouldAllBe(field => JsonNode.DeepEquals(field.Value, created.Body[field.Key]), created.Text);
        created.Body["status"]!.GetValue<string>().ShouldBe("published");
        (await World.Api.GetAsync($"/v1/customers/{created.Id}")).Text.ShouldBe(created.Text);
    }

    private async Task RefusedAsync(string field, string value)
    {
        var customer = await World.CustomerAsync();
        var before = World.Database.Dump();
        var body = new JsonObject { ["external_id"] = Ids.ExternalId(), ["name"] = "Ada", [field] = value };

        (await World.Api.PostAsync("/v1/customers", body)).ShouldNameField(field);
        (await World.Api.PutAsync($"/v1/customers/{customer}", new JsonObject { [field] = value })).ShouldNameField(field);

        World.Database.Dump().ShouldEqual(before);
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : CustomerFieldsTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : CustomerFieldsTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : CustomerFieldsTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
