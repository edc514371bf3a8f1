using System.Net;

namespace FlexPrice.Api.Tests.Integrations;

public abstract class IntegrationTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Fact]
    public async Task Mapping_WhenLinked_IsListedAndStoredSealed()
    {
        var customer = await World.CustomerAsync();
        var (stripe, paypal) = (await World.MappingAsync(customer, providerEntityId: "cus_visible_to_us"), await World.MappingAsync(customer, "paypal"));

        var listed = (await World.Api.GetAsync($"/v1/integrations/mappings?entity_type=customer&entity_id={customer}")).ShouldBe(HttpStatusCode.OK);

        listed.Items.Select(item => item["id"]!.GetValue<string>()).ShouldBe([paypal, stripe]);
        listed.Items[1]["provider_entity_id"]!.GetValue<string>().ShouldBe("cus_visible_to_us");
        var stored = World.Database.Rows("SELECT * FROM integration_mappings WHERE id = @id", ("@id", stripe)).ShouldHaveSingleItem();
        stored.Values.OfType<string>().ShouldNotContain("cus_visible_to_us");
        System.Text.Encoding.UTF8.GetString((byte[])stored["sealed"]!).ShouldNotContain("cus_visible_to_us");
        (await World.Api.GetAsync("/v1/integrations/mappings?entity_type=customer")).ShouldNameField("entity_id");
        (await World.Api.GetAsync($"/v1/integrations/mappings?entity_type=plan&entity_id={customer}")).ShouldNameField("entity_type");
    }

    [Fact]
    public async Task Mapping_WhenCustomerOrEntityHasOne_Is409UntilThatIsGone()
    {
        var (customer, other) = (await World.CustomerAsync(), await World.CustomerAsync());
        var mapping = await World.MappingAsync(customer, providerEntityId: "cus_taken");

        (await LinkAsync(customer, "cus_second")).ShouldBeError(HttpStatusCode.Conflict, "already_exists");
        (await LinkAsync(other, "cus_taken")).ShouldBeError(HttpStatusCode.Conflict, "already_exists");
        (await World.Api.DeleteAsync($"/v1/entity-integration-mappings/{mapping}")).ShouldBe(HttpStatusCode.NoContent);
        (await World.Api.GetAsync($"/v1/entity-integration-mappings/{mapping}")).ShouldBeError(HttpStatusCode.NotFound, "not_found");
        (await LinkAsync(other, "cus_taken")).ShouldBe(HttpStatusCode.Created);
    }

    // As after a restore of the database without its key ring.
    [Fact]
    public async Task Mapping_WhenTheKeyRingDoesNotOpenIt_IsNoServerError()
    {
        var customer = await World.CustomerAsync();
        var mapping = await World.MappingAsync(customer);
        World.Database.Execute("UPDATE integration_mappings SET wrapped_key = @zeros WHERE id = @id", ("@zeros", new byte[100]), ("@id", mapping));

        var refused = (await World.Api.GetAsync($"/v1/entity-integration-mappings/{mapping}")).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");
        refused.Details["fix"]!.GetValue<string>().ShouldContain("Keys__Path");
        foreach (var path in new[] { $"/v1/integrations/mappings?entity_type=customer&entity_id={customer}", $"/v1/customers/{customer}?expand=integrations" })
        {
            (await World.Api.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("\"provider_entity_id\":null");
        }
    }

    private Task<Answer> LinkAsync(string customer, string providerEntityId) =>
        World.Api.PostAsync("/v1/entity-integration-mappings", new { entity_type = "customer", entity_id = customer, provider_type = "stripe", provider_entity_id = providerEntityId });

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : IntegrationTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : IntegrationTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : IntegrationTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
