using System.Net;

namespace FlexPrice.Api.Tests.Deletions;

public abstract class RetainedInvoicesEdgeTests(ApiFixture fixture)
{
    private static readonly string[] Cleared =
    [
        "description", "bill_to_name", "bill_to_email", "bill_to_line1", "bill_to_line2", "bill_to_city", "bill_to_state", "bill_to_postal_code", "bill_to_country",
    ];

    private World World => fixture.World;

    [Theory]
    [InlineData("")]
    [InlineData("?retained_invoices=retain")]
    [Cell("retained_invoices", "delete", "retain")]
    public async Task Retain_WhenInvoicesWereIssued_KeepsNumberDatesAndMoneyAndSealsTheRest(string query)
    {
        var customer = await World.CustomerAsync();
        var subscription = await World.SubscriptionAsync(customer, "cancelled", lineItems: 0);
        var (paid, voided, never) = (await World.InvoiceAsync(customer, "paid", "12.5", 2, subscription), await World.InvoiceAsync(customer, "voided"), await World.InvoiceAsync(customer, "never_issued", subscription: subscription));
        var before = World.Database.Rows("SELECT * FROM invoices WHERE id = @id", ("@id", paid)).ShouldHaveSingleItem();

        var deed = await CommandEffect.DeletedAsync(World, customer, query);

        deed.ShouldTouchOnly("customers", "subscriptions", "invoices", "invoice_line_items", "invoice_payments").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Updated("invoices").ShouldBe([paid, voided], ignoreOrder: true);
        deed.Deleted("invoices").ShouldBe([never]);
        deed.Deleted("invoice_line_items").Count.ShouldBe(4);
        deed.Deleted("invoice_payments").Count.ShouldBe(1);
        var row = World.Database.Rows("SELECT * FROM invoices WHERE id = @id", ("@id", paid)).ShouldHaveSingleItem();
        row["deletion_id"].ShouldBe(deed.DeletionId);
        foreach (var cut in new[] { "customer_id", "subscription_id", "metadata" })
        {
            row[cut].ShouldBeNull(cut);
        }

        Cleared.ShouldAllBe(column => (string?)row[column] == "");
        foreach (var (column, value) in before.Where(column => !Cleared.Contains(column.Key) && column.Key is not ("customer_id" or "subscription_id" or "metadata" or "deletion_id" or "updated_at" or "updated_by" or "version")))
        {
            row[column].ShouldBe(value, column);
        }

        row["invoice_number"].ShouldNotBeNull();
        row["retained_until"].ShouldBe(new DateTimeOffset(World.Host.Clock.GetUtcNow().Year + 11, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks);
    }

    [Fact]
    [Cell("retained_invoices", "delete", "anonymize")]
    public async Task Anonymize_WhenNoStatuteApplies_DestroysTheDocumentsAndKeepsTheMoney()
    {
        var customer = await World.CustomerAsync();
        var (paid, voided) = (await World.InvoiceAsync(customer, "paid"), await World.InvoiceAsync(customer, "voided"));

        var deed = await CommandEffect.DeletedAsync(World, customer, "?retained_invoices=anonymize");

        deed.ShouldTouchOnly("customers", "invoices", "invoice_line_items", "invoice_payments", "sealed_documents").ShouldAnnounce(("customer_deleted", "customer_id", customer));
        deed.Deleted("sealed_documents").ShouldBe([paid, voided], ignoreOrder: true);
        var row = World.Database.Rows("SELECT * FROM invoices WHERE id = @id", ("@id", paid)).ShouldHaveSingleItem();
        row["retained_until"].ShouldBeNull();
        row["deletion_id"].ShouldBe(deed.DeletionId);
        Cleared.ShouldAllBe(column => (string?)row[column] == "");
        var answer = (await World.Api.GetAsync($"/v1/invoices/{paid}")).ShouldBe(HttpStatusCode.OK);
        answer.Body["total"]!.GetValue<string>().ShouldBe("10");
        answer.Body["line_items"]!.AsArray().ShouldBeEmpty();
        (await World.Api.GetAsync($"/v1/deletions/{deed.DeletionId}")).Body["retained_until"].ShouldBeNull();
    }

    [Fact]
    [Cell("retained_invoices", "delete", "anonymize")]
    public async Task Anonymize_WhenDraftsAreFinalized_LeavesNoDocumentOfThemEither()
    {
        var customer = await World.CustomerAsync();
        var draft = await World.InvoiceAsync(customer, "draft");

        var deed = await CommandEffect.DeletedAsync(World, customer, "?draft_invoices=finalize&outstanding_invoices=void&retained_invoices=anonymize");

        deed.ShouldTouchOnly("customers", "subscriptions", "invoices", "invoice_line_items", "invoice_counters")
            .ShouldAnnounce(("customer_deleted", "customer_id", customer), ("invoice_finalized", "invoice_id", draft), ("invoice_voided", "invoice_id", draft));
        World.Database.Count("sealed_documents", "invoice_id = @id", ("@id", draft)).ShouldBe(0);
    }

    [Fact]
    public async Task Retained_WhenRead_OpensForThoseWhoMayAndIsFoundByNoSearch()
    {
        var customer = await World.CustomerAsync();
        var invoice = await World.InvoiceAsync(customer, "paid", lines: 2);
        var deed = await CommandEffect.DeletedAsync(World, customer);

        var answer = (await World.Api.GetAsync($"/v1/invoices/{invoice}")).ShouldBe(HttpStatusCode.OK);

        answer.Body["deletion_id"]!.GetValue<string>().ShouldBe(deed.DeletionId);
        answer.Body["customer_id"].ShouldBeNull();
        answer.Body["description"]!.GetValue<string>().ShouldBe("For the Countess of Lovelace");
        answer.Body["metadata"]!["salutation"]!.GetValue<string>().ShouldBe("My Lady");
        answer.Body["bill_to"]!["email"]!.GetValue<string>().ShouldBe("ada@example.com");
        answer.Body["line_items"]!.AsArray().Select(line => line!["display_name"]!.GetValue<string>()).ShouldBe(["Work for Ada, part 1", "Work for Ada, part 2"]);
        answer.Body["payments"]!.AsArray().ShouldHaveSingleItem()!["amount"]!.GetValue<string>().ShouldBe("10");
        foreach (var role in new[] { "all_reader", "all_writer" })
        {
            (await fixture.Host.ClientFor(World.KeyWith(role)).GetAsync($"/v1/invoices/{invoice}")).ShouldBeError(HttpStatusCode.NotFound, "not_found");
        }

        (await World.Api.PostAsync("/v1/invoices/search", new { invoice_ids = new[] { invoice } })).Items.ShouldBeEmpty();
        (await World.Api.PostAsync("/v1/invoices/search", new { customer_id = customer })).Items.ShouldBeEmpty();
        (await World.Api.PostAsync($"/v1/invoices/{invoice}/void", new { })).ShouldBeError(HttpStatusCode.NotFound, "not_found");
        (await World.Api.PutAsync($"/v1/invoices/{invoice}/payment", new { payment_status = "SUCCEEDED" })).ShouldBeError(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Plan_WhenSeveralEdgesTouchATable_NamesItOnce()
    {
        var customer = await World.CustomerAsync();
        await World.InvoiceAsync(customer, "draft", lines: 2);
        await World.InvoiceAsync(customer, "never_issued", "9", lines: 3);
        await World.InvoiceAsync(customer, "paid", lines: 4);

        var erased = (await World.Api.GetAsync($"/v1/customers/{customer}/deletion-plan")).ShouldBe(HttpStatusCode.OK).Body["erased"]!.AsArray()
            .ToDictionary(row => row!["table"]!.GetValue<string>(), row => row!["count"]!.GetValue<long>());

        erased["invoices"].ShouldBe(2);
        erased["invoice_line_items"].ShouldBe(9);
    }

    // As after a restore of the database without its key ring.
    [Fact]
    public async Task Retained_WhenTheKeyRingDoesNotOpenIt_IsNoServerError()
    {
        var customer = await World.CustomerAsync();
        var invoice = await World.InvoiceAsync(customer, "paid");
        await CommandEffect.DeletedAsync(World, customer);
        World.Database.Execute("UPDATE sealed_documents SET wrapped_key = @zeros WHERE invoice_id = @id", ("@zeros", new byte[100]), ("@id", invoice));

        var refused = (await World.Api.GetAsync($"/v1/invoices/{invoice}")).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");

        refused.Details["fix"]!.GetValue<string>().ShouldContain("Keys__Path");
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : RetainedInvoicesEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : RetainedInvoicesEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : RetainedInvoicesEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
