namespace FlexPrice.Api.Tests.Deletions;

public abstract class IntegrationsEdgeTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Theory]
    [InlineData("", "erase")]
    [InlineData("?integrations=erase", "erase")]
    [InlineData("?integrations=notify", "notify")]
    [Cell("integrations", "delete", "erase")]
    [Cell("integrations", "delete", "notify")]
    public async Task Mappings_WhenSomebodyMustBeTold_BecomeRecipientsSealedAsTheyAre(string query, string action)
    {
        var customer = await World.CustomerAsync();
        var neighbour = await World.MappingAsync(await World.CustomerAsync());
        var (stripe, paypal) = (await World.MappingAsync(customer), await World.MappingAsync(customer, "paypal"));
        var before = World.Database.Rows("SELECT provider_type, sealed, wrapped_key FROM integration_mappings WHERE customer_id = @id ORDER BY provider_type", ("@id", customer));

        var deed = await CommandEffect.DeletedAsync(World, customer, query);

        deed.ShouldTouchOnly("customers", "integration_mappings", "recipients").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("integration_mappings").ShouldBe([stripe, paypal], ignoreOrder: true);
        deed.Added("recipients").ShouldBe([Recipient(stripe), Recipient(paypal)], ignoreOrder: true);
        var recipients = World.Database.Rows("SELECT * FROM recipients WHERE deletion_id = @id ORDER BY provider", ("@id", deed.DeletionId));
        recipients.Select(row => $"{row["provider"]} {row["wanted_action"]} {row["state"]} {row["closed_at"]}").ShouldBe([$"paypal {action} unreachable ", $"stripe {action} unreachable "]);
        foreach (var (recipient, mapping) in recipients.Zip(before))
        {
            ((byte[])recipient["sealed"]!).ShouldBe((byte[])mapping["sealed"]!);
            ((byte[])recipient["wrapped_key"]!).ShouldBe((byte[])mapping["wrapped_key"]!);
        }

        World.Database.Count("integration_mappings", "id = @id", ("@id", neighbour)).ShouldBe(1);
        World.Database.Scalar("SELECT open_recipients FROM deletions WHERE id = @id", ("@id", deed.DeletionId)).ShouldBe(2L);
    }

    [Fact]
    [Cell("integrations", "delete", "unlink")]
    public async Task Unlink_WhenThereAreMappings_ForgetsThemAndTellsNobody()
    {
        var customer = await World.CustomerAsync();
        var mapping = await World.MappingAsync(customer, providerEntityId: "cus_once");

        var deed = await CommandEffect.DeletedAsync(World, customer, "?integrations=unlink");

        deed.ShouldTouchOnly("customers", "integration_mappings").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("integration_mappings").ShouldBe([mapping]);
        (await World.MappingAsync(await World.CustomerAsync(), providerEntityId: "cus_once")).ShouldNotBeEmpty("The provider's entity is free again");
    }

    // A recipient carries on the ULID of what it is made of.
    private static string Recipient(string mapping) => $"rcpt_{mapping[(mapping.IndexOf('_', StringComparison.Ordinal) + 1)..]}";

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : IntegrationsEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : IntegrationsEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : IntegrationsEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
