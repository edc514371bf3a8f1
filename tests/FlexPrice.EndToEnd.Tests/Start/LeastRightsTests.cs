namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>The program as a user of the database who may change rows and nothing else. The owner has migrated.</summary>
public sealed class LeastRightsTests : IOn<PostgreSqlEngine>
{
    private static readonly PostgreSqlEngine Engine = new();

    [Fact]
    public async Task Program_WhenItMayOnlyChangeRows_DoesEverythingButMigrate()
    {
        var database = (PostgreSqlDatabase)Engine.NewDatabase();
        await using var installation = Installation.For("least", database).ForShortLives();
        await using var role = await Role.CreateAsync(database);
        installation.With("ConnectionStrings__FlexPrice", role.ConnectionString);
        await using var receiver = await Receiver.StartAsync(installation.Folder);
        await using (var server = await installation.With("Webhooks__Url", receiver.Url).StartAsync())
        {
            await UseAsync(server, receiver);
        }

        (await installation.RunAsync("migrate", "--dry-run")).Output.ShouldContain("up to date");
    }

    [Fact]
    public async Task Migrate_WhenTheUserMayMakeNoTables_IsRefusedWithTheWayOut()
    {
        var database = (PostgreSqlDatabase)Engine.NewDatabase(isEmpty: true);
        await using var installation = Installation.For("least-migrate", database).ForShortLives();
        await using var role = await Role.CreateAsync(database);
        installation.With("ConnectionStrings__FlexPrice", role.ConnectionString);

        var refused = await installation.RunAsync("migrate");

        refused.ExitCode.ShouldBe(1, refused.Output);
        refused.Output.ShouldContain("run migrate as the owner");
        refused.Output.ShouldNotContain("   at ", Case.Sensitive, "a defect's stack");
        (await installation.Database.CountAsync("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).ShouldBe(0);
    }

    private static async Task UseAsync(Server server, Receiver receiver)
    {
        var externalId = Arrange.NewExternalId();
        var customer = await Arrange.CustomerAsync(server.Client, externalId);
        await Arrange.UsageAsync(server.Client, externalId);
        await Arrange.InvoiceAsync(server.Client, customer);
        await Arrange.SubscriptionAsync(server.Client, customer);
        await Arrange.WalletAsync(server.Client, customer);
        await Arrange.MappingAsync(server.Client, customer);
        (await server.Client.GetAsync($"/v1/customers/{customer}/deletion-plan")).Expecting(200);

        var deleted = (await server.Client.DeleteAsync($"/v1/customers/{customer}?subscriptions=cancel_now&wallets=forfeit&outstanding_invoices=void&usage=erase")).Expecting(204);

        await server.WaitForQuietAsync();
        (await server.Client.GetAsync($"/v1/customers/{customer}")).Expecting(404);
        (await server.Client.GetAsync($"/v1/deletions/{deleted.DeletionId}")).Expecting(200).Element.GetProperty("customer_id").GetString().ShouldBe(customer);
        receiver.Announcements()[customer].ShouldHaveSingleItem();
        server.Lines.ShouldNotContain(line => line.Contains(" fail: ", StringComparison.Ordinal), "work after the commit and timed work go on as well");
    }
}
