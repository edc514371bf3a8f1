namespace FlexPrice.Api.Tests.Deletions;

public abstract class DraftInvoicesEdgeTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Theory]
    [InlineData("")]
    [InlineData("?draft_invoices=discard")]
    [Cell("draft_invoices", "delete", "discard")]
    public async Task Discard_WhenThereAreDrafts_DeletesThemWithTheirLinesAndLeavesThoseOfOthers(string query)
    {
        var customer = await World.CustomerAsync();
        var neighbour = await World.InvoiceAsync(await World.CustomerAsync(), "draft");
        var subscription = await World.SubscriptionAsync(customer, "cancelled", lineItems: 0);
        var (first, second) = (await World.InvoiceAsync(customer, "draft", lines: 2, subscription: subscription), await World.InvoiceAsync(customer, "draft", lines: 0, subscription: subscription));

        var deed = await CommandEffect.DeletedAsync(World, customer, query);

        deed.ShouldTouchOnly("customers", "subscriptions", "invoices", "invoice_line_items").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("invoices").ShouldBe([first, second], ignoreOrder: true);
        deed.Deleted("invoice_line_items").Count.ShouldBe(2);
        deed.Updated("invoices").ShouldBeEmpty();
        World.Database.Text("SELECT status FROM invoices WHERE id = @id", ("@id", neighbour)).ShouldBe("draft");
    }

    [Fact]
    [Cell("draft_invoices", "delete", "block")]
    public async Task Block_WhenThereIsADraft_RefusesUntilItIsDealtWith()
    {
        var customer = await World.CustomerAsync();
        var draft = await World.InvoiceAsync(customer, "draft");

        var refused = await CommandEffect.RefusedAsync(World, customer, "?draft_invoices=block");

        refused.Message.ShouldBe("The customer has draft invoices");
        var blocker = refused.Blockers.ShouldHaveSingleItem();
        blocker["edge"]!.GetValue<string>().ShouldBe("draft_invoices");
        blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([draft]);
        (await World.Api.PostAsync($"/v1/invoices/{draft}/void", new { })).ShouldBe(System.Net.HttpStatusCode.OK);
        var deed = await CommandEffect.DeletedAsync(World, customer, "?draft_invoices=block");
        deed.Deleted("invoices").ShouldBe([draft], "It was never issued");
    }

    [Fact]
    [Cell("draft_invoices", "delete", "finalize")]
    public async Task Finalize_WhenWhatIsDueIsGivenUp_IssuesSealsAndRetainsTheDraft()
    {
        var (customer, other) = (await World.CustomerAsync(), await World.CustomerAsync());
        var draft = await World.InvoiceAsync(customer, "draft", "0.3", lines: 3);
        var former = await World.InvoiceAsync(other, "unpaid");

        var deed = await CommandEffect.DeletedAsync(World, customer, "?draft_invoices=finalize&outstanding_invoices=write_off");
        var following = await World.InvoiceAsync(other, "unpaid");

        deed.ShouldTouchOnly("customers", "subscriptions", "invoices", "invoice_line_items", "sealed_documents", "invoice_counters")
            .ShouldAnnounce(("customer_deleted", "customer_id", customer), ("invoice_finalized", "invoice_id", draft), ("invoice_written_off", "invoice_id", draft));
        World.Database.Rows("SELECT event_name FROM outbox_messages WHERE ordering_key = @id AND line = 'webhooks' ORDER BY sequence", ("@id", customer))
            .Select(row => row["event_name"]).TakeLast(3).ShouldBe(["invoice_finalized", "invoice_written_off", "customer_deleted"], "In the order in which it happened, the end last");
        deed.Updated("invoices").ShouldBe([draft]);
        deed.Added("sealed_documents").ShouldBe([draft]);
        deed.Deleted("invoice_line_items").Count.ShouldBe(3);
        var row = World.Database.Rows("SELECT * FROM invoices WHERE id = @id", ("@id", draft)).ShouldHaveSingleItem();
        row["status"].ShouldBe("finalized");
        row["payment_status"].ShouldBe("failed");
        row["written_off_at"].ShouldNotBeNull();
        row["customer_id"].ShouldBeNull();
        row["subscription_id"].ShouldBeNull();
        row["deletion_id"].ShouldBe(deed.DeletionId);
        row["bill_to_name"].ShouldBe("");
        (Number(draft), Number(following)).ShouldBe((Number(former) + 1, Number(former) + 2), "No number is lost or given twice");
        (await World.Api.GetAsync($"/v1/invoices/{draft}")).Body["bill_to"]!["name"]!.GetValue<string>().ShouldBe("Ada Lovelace");
    }

    [Fact]
    [Cell("draft_invoices", "delete", "finalize")]
    public async Task Finalize_WhenWhatIsDueMayNotStayUnpaid_RefusesAndTakesNoNumber()
    {
        var customer = await World.CustomerAsync();
        var draft = await World.InvoiceAsync(customer, "draft");

        var refused = await CommandEffect.RefusedAsync(World, customer, "?draft_invoices=finalize");

        var blocker = refused.Blockers.ShouldHaveSingleItem();
        blocker["edge"]!.GetValue<string>().ShouldBe("outstanding_invoices");
        blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([draft]);
    }

    private long Number(string invoice) =>
        long.Parse(World.Database.Text("SELECT invoice_number FROM invoices WHERE id = @id", ("@id", invoice))!["INV-".Length..], System.Globalization.CultureInfo.InvariantCulture);

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : DraftInvoicesEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : DraftInvoicesEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : DraftInvoicesEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
