using System.Net;

namespace FlexPrice.Api.Tests.Deletions;

public abstract class LargeFamilyTests(ApiFixture fixture)
{
    private const string ShapeOfACustomer =
        """
        INSERT INTO customers (tenant_id, environment_id, id, external_id, external_id_hash, name, email, contact, timezone, metadata, status, parent_customer_id,
            address_city, address_country, address_line1, address_line2, address_postal_code, address_state, created_at, updated_at, created_by, updated_by, version)
        SELECT tenant_id, environment_id, @id, @id, @id, name, email, contact, timezone, metadata, status, @parent,
            address_city, address_country, address_line1, address_line2, address_postal_code, address_state, created_at, updated_at, created_by, updated_by, version
        FROM customers WHERE id = @root
        """;

    private World World => fixture.World;

    [Fact]
    public async Task Cascade_WhenTheFamilyHasExactly1000_DeletesThemAll()
    {
        var root = await FamilyAsync(1000);

        var deed = await CommandEffect.DeletedAsync(World, root, "?child_customers=cascade");

        deed.Deleted("customers").Count.ShouldBe(1000);
        deed.Added("deletions").Count.ShouldBe(1000);
        deed.Added("audit_entries").Count.ShouldBe(1000);
        deed.Announced.Count(happened => happened.Name == "customer_deleted").ShouldBe(1000);
    }

    [Theory]
    [InlineData("?child_customers=cascade")]
    public async Task Cascade_WhenTheFamilyHas1001_RefusesAndSaysWhy(string query)
    {
        var root = await FamilyAsync(1001);
        var before = World.Database.Dump();

        var refused = await World.Api.DeleteAsync($"/v1/customers/{root}{query}");

        refused.ShouldNameField("child_customers").Message.ShouldContain("1000");
        (await World.Api.GetAsync($"/v1/customers/{root}/deletion-plan{query}")).ShouldNameField("child_customers");
        World.Database.Dump().ShouldEqual(before, "The refusal");
        (await World.Api.DeleteAsync($"/v1/customers/{root}?child_customers=detach")).ShouldBe(HttpStatusCode.NoContent);
    }

    // Two below each: about ten levels.
    private async Task<string> FamilyAsync(int size)
    {
        var root = await World.CustomerAsync();
        var members = new List<string> { root };
        while (members.Count < size)
        {
            members.Add(Ids.New("cust"));
        }

        World.Database.ExecuteAll(members.Skip(1).Select((id, index) => (
            ShapeOfACustomer,
            new (string, object?)[] { ("@id", id), ("@parent", members[index / 2]), ("@root", root) })));
        return root;
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : LargeFamilyTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : LargeFamilyTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : LargeFamilyTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
