namespace FlexPrice.Api.Tests.Deletions;

public abstract class WalletsEdgeTests(ApiFixture fixture)
{
    private const string Message = "Customer cannot be deleted due to associated wallets";

    private World World => fixture.World;

    [Theory]
    [InlineData("active", "0")]
    [InlineData("active", "0.000000001")]
    [InlineData("active", "1000")]
    [InlineData("frozen", "0")]
    [InlineData("frozen", "12.5")]
    [Cell("wallets", "delete", "block")]
    public async Task Block_WhenAWalletIsNotClosed_RefusesWhateverItsBalance(string status, string credits)
    {
        var customer = await World.CustomerAsync();
        var wallet = await World.WalletAsync(customer, status, credits);

        var refused = await CommandEffect.RefusedAsync(World, customer);

        refused.Message.ShouldBe(Message);
        var blocker = refused.Blockers.ShouldHaveSingleItem();
        blocker["edge"]!.GetValue<string>().ShouldBe("wallets");
        blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([wallet]);
        blocker["fix"]!.GetValue<string>().ShouldContain("wallets=forfeit or refund");
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("10", 2)]
    [Cell("wallets", "delete", "block")]
    public async Task Block_WhenAllAreClosed_DeletesThemWithTheirTransactions(string credits, int transactions)
    {
        var customer = await World.CustomerAsync();
        var wallet = await World.WalletAsync(customer, "closed", credits);

        var deed = await CommandEffect.DeletedAsync(World, customer);

        deed.ShouldTouchOnly("customers", "wallets", "wallet_transactions").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("wallets").ShouldBe([wallet]);
        deed.Deleted("wallet_transactions").Count.ShouldBe(transactions);
    }

    [Fact]
    [Cell("wallets", "delete", "forfeit")]
    public async Task Forfeit_WhenWalletsAreInEveryState_DeletesThemAndAnnouncesThoseThatWereOpen()
    {
        var customer = await World.CustomerAsync();
        var neighbour = await World.WalletAsync(await World.CustomerAsync());
        var closed = await World.WalletAsync(customer, "closed", "7");
        var frozen = await World.WalletAsync(customer, "frozen", "5", "eur");
        var active = await World.WalletAsync(customer, "active", "10.25");
        var empty = await World.WalletAsync(customer, "active", "0", "usd", "POST_PAID");

        var deed = await CommandEffect.DeletedAsync(World, customer, "?wallets=forfeit");

        deed.ShouldTouchOnly("customers", "wallets", "wallet_transactions").ShouldAnnounce(
            ("customer_deleted", "customer_id", customer),
            ("wallet_terminated", "wallet_id", frozen),
            ("wallet_terminated", "wallet_id", active),
            ("wallet_terminated", "wallet_id", empty));
        deed.Deleted("wallets").ShouldBe([closed, frozen, active, empty], ignoreOrder: true);
        deed.Deleted("wallet_transactions").Count.ShouldBe(4);
        World.Database.Count("wallets", "id = @id", ("@id", neighbour)).ShouldBe(1);
        var record = await World.Api.GetAsync($"/v1/deletions/{deed.DeletionId}");
        var edge = record.Body["edges"]!.AsArray().Single(edge => edge!["edge"]!.GetValue<string>() == "wallets")!;
        edge["action"]!.GetValue<string>().ShouldBe("forfeit");
        edge["source"]!.GetValue<string>().ShouldBe("request");
        edge["money"]!.AsArray().Select(money => $"{money!["amount"]} {money["currency"]}").ShouldBe(["5 eur", "10.25 usd"]);
    }

    [Fact]
    [Cell("wallets", "delete", "refund")]
    public async Task Refund_WhenWalletsAreWorthSomething_MakesARecipientOfEach()
    {
        var customer = await World.CustomerAsync();
        var frozen = await World.WalletAsync(customer, "frozen", "5", "eur");
        var active = await World.WalletAsync(customer, "active", "0.015");
        var empty = await World.WalletAsync(customer, "active", "0", "usd", "POST_PAID");
        var tooLittle = await World.WalletAsync(customer, "active", "0.4", "jpy");
        var closed = await World.WalletAsync(customer, "closed", "7", "gbp");

        var deed = await CommandEffect.DeletedAsync(World, customer, "?wallets=refund");

        deed.ShouldTouchOnly("customers", "wallets", "wallet_transactions", "recipients").ShouldAnnounce(
            ("customer_deleted", "customer_id", customer),
            ("wallet_terminated", "wallet_id", frozen),
            ("wallet_terminated", "wallet_id", active),
            ("wallet_terminated", "wallet_id", empty),
            ("wallet_terminated", "wallet_id", tooLittle));
        deed.Deleted("wallets").ShouldBe([frozen, active, empty, tooLittle, closed], ignoreOrder: true);
        var recipients = World.Database.Rows("SELECT * FROM recipients WHERE deletion_id = @id ORDER BY currency", ("@id", deed.DeletionId));
        recipients.Select(row => $"{row["provider"]} {row["wanted_action"]} {row["state"]} {row["amount"]} {row["currency"]}")
            .ShouldBe(["refund pay_out pending 5.0 eur", "refund pay_out pending 0.02 usd"]);
        recipients.ShouldAllBe(row => row["sealed"] != null && row["wrapped_key"] != null);
        World.Database.Scalar("SELECT open_recipients FROM deletions WHERE id = @id", ("@id", deed.DeletionId)).ShouldBe(2L);
    }

    // The refund reads what was written of the deletions before, and the rest is written after that.
    [Fact]
    [Cell("wallets", "delete", "refund")]
    public async Task Refund_WhenAFamilyGoes_AnnouncesInTheOrderOfTheCascade()
    {
        var customer = await World.CustomerAsync();
        await World.SubscriptionAsync(customer);
        await World.WalletAsync(customer);
        for (var child = 0; child < 4; child++)
        {
            await World.CustomerAsync(parent: customer);
        }

        await CommandEffect.DeletedAsync(World, customer, "?child_customers=cascade&subscriptions=cancel_now&wallets=refund");

        World.Database.Rows(
                "SELECT event_name FROM outbox_messages WHERE ordering_key = @id AND line = 'webhooks' AND event_name IN ('subscription_cancelled', 'wallet_terminated', 'customer_deleted') ORDER BY sequence",
                ("@id", customer))
            .Select(row => row["event_name"])
            .ShouldBe(["subscription_cancelled", "wallet_terminated", "customer_deleted"]);
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : WalletsEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : WalletsEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : WalletsEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
