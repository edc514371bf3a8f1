namespace FlexPrice.Api.Tests.Deletions;

public abstract class EdgePluralEdgeTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Theory]
    [InlineData("")]
    [InlineData("?edge_table=erase")]
    [Cell("edge_table", "delete", "erase")]
    public async Task Erase_WhenSomeAreOpen_DeletesThoseOfTheCustomer(string query)
    {
        var customer = await World.CustomerAsync();
        var neighbour = Insert(await World.CustomerAsync());
        string[] own = [Insert(customer), Insert(customer, closed: true)];

        var deed = await CommandEffect.DeletedAsync(World, customer, query);

        deed.ShouldTouchOnly("customers", "edge_table").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("edge_table").ShouldBe(own, ignoreOrder: true);
        World.Database.Count("edge_table", "id = @id", ("@id", neighbour)).ShouldBe(1);
    }

    [Fact]
    [Cell("edge_table", "delete", "block")]
    public async Task Block_WhenOneIsOpen_RefusesUntilItIsClosed()
    {
        var customer = await World.CustomerAsync();
        var open = Insert(customer);
        var closed = Insert(customer, closed: true);

        var refused = await CommandEffect.RefusedAsync(World, customer, "?edge_table=block");

        refused.Message.ShouldBe("The customer has open edge plurals");
        var blocker = refused.Blockers.ShouldHaveSingleItem();
        blocker["edge"]!.GetValue<string>().ShouldBe("edge_table");
        blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([open]);
        World.Database.Execute("UPDATE edge_table SET closed_at = @now WHERE id = @id", ("@now", World.Host.Now()), ("@id", open));
        var deed = await CommandEffect.DeletedAsync(World, customer, "?edge_table=block");
        deed.ShouldTouchOnly("customers", "edge_table").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("edge_table").ShouldBe([open, closed], ignoreOrder: true);
    }

    private string Insert(string customer, bool closed = false)
    {
        var id = Ids.New("edge_prefix");
        World.Database.Execute(
            "INSERT INTO edge_table (tenant_id, environment_id, id, customer_id, subject, opened_at, closed_at) VALUES (@tenant, @environment, @id, @customer, 'A context', @now, @closed)",
            ("@tenant", World.Tenant),
            ("@environment", World.Environment),
            ("@id", id),
            ("@customer", customer),
            ("@now", World.Host.Now()),
            ("@closed", closed ? World.Host.Now() : null));
        return id;
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : EdgePluralEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : EdgePluralEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : EdgePluralEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
