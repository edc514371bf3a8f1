using System.Net;

namespace FlexPrice.Api.Tests.Deletions;

public abstract class OutstandingInvoicesEdgeTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Theory]
    [InlineData("unpaid", "10")]
    [InlineData("unpaid", "0.000000001")]
    [InlineData("partly_paid", "10")]
    [Cell("outstanding_invoices", "delete", "block")]
    public async Task Block_WhenAnInvoiceIsNotPaidInFull_RefusesUntilItIs(string state, string amount)
    {
        var customer = await World.CustomerAsync();
        var invoice = await World.InvoiceAsync(customer, state, amount);
        await World.InvoiceAsync(customer, "paid");

        var refused = await CommandEffect.RefusedAsync(World, customer);

        refused.Message.ShouldBe("The customer has unpaid invoices");
        var blocker = refused.Blockers.ShouldHaveSingleItem();
        blocker["edge"]!.GetValue<string>().ShouldBe("outstanding_invoices");
        blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([invoice]);
        blocker["fix"]!.GetValue<string>().ShouldContain("outstanding_invoices=void or write_off");
        (await World.Api.PutAsync($"/v1/invoices/{invoice}/payment", new { payment_status = "SUCCEEDED" })).ShouldBe(HttpStatusCode.OK);
        (await CommandEffect.DeletedAsync(World, customer)).Updated("invoices").Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("paid", "10")]
    [InlineData("unpaid", "0")]
    [InlineData("voided", "10")]
    [Cell("outstanding_invoices", "delete", "block")]
    public async Task Block_WhenNothingIsOwed_Deletes(string state, string amount)
    {
        var customer = await World.CustomerAsync();
        var invoice = await World.InvoiceAsync(customer, state, amount);

        (await CommandEffect.DeletedAsync(World, customer)).Updated("invoices").ShouldBe([invoice]);
    }

    [Theory]
    [InlineData("block")]
    [InlineData("void")]
    [InlineData("write_off")]
    [Cell("outstanding_invoices", "delete", "block")]
    [Cell("outstanding_invoices", "delete", "void")]
    [Cell("outstanding_invoices", "delete", "write_off")]
    public async Task Credit_WhenItIsUnpaid_IsRetainedAsItIs(string action)
    {
        var customer = await World.CustomerAsync();
        var credit = await World.InvoiceAsync(customer, type: "CREDIT");

        var deed = await CommandEffect.DeletedAsync(World, customer, $"?outstanding_invoices={action}");

        deed.Updated("invoices").ShouldBe([credit]);
        Statuses(credit).ShouldBe(["finalized pending"]);
    }

    [Fact]
    [Cell("outstanding_invoices", "delete", "void")]
    public async Task Void_WhenNothingWasPaid_TakesThemBackAndRetainsThem()
    {
        var customer = await World.CustomerAsync();
        var neighbour = await World.InvoiceAsync(await World.CustomerAsync(), "unpaid");
        var (first, second, paid) = (await World.InvoiceAsync(customer), await World.InvoiceAsync(customer, amount: "0.5"), await World.InvoiceAsync(customer, "paid"));

        var deed = await CommandEffect.DeletedAsync(World, customer, "?outstanding_invoices=void");

        deed.ShouldTouchOnly("customers", "invoices", "invoice_line_items", "invoice_payments")
            .ShouldAnnounce([("customer_deleted", "customer_id", customer), .. Twice("invoice_voided", first, second)]);
        deed.Updated("invoices").ShouldBe([first, second, paid], ignoreOrder: true);
        Statuses(first, second, paid).ShouldBe(["voided pending", "voided pending", "finalized succeeded"]);
        World.Database.Count("invoices", "id IN (@first, @second) AND voided_at IS NOT NULL AND deletion_id = @deletion", ("@first", first), ("@second", second), ("@deletion", deed.DeletionId)).ShouldBe(2);
        Statuses(neighbour).ShouldBe(["finalized pending"]);
    }

    [Fact]
    [Cell("outstanding_invoices", "delete", "void")]
    public async Task Void_WhenAPartWasPaid_RefusesAndNamesIt()
    {
        var customer = await World.CustomerAsync();
        await World.InvoiceAsync(customer);
        var partlyPaid = await World.InvoiceAsync(customer, "partly_paid");

        var blocker = (await CommandEffect.RefusedAsync(World, customer, "?outstanding_invoices=void")).Blockers.ShouldHaveSingleItem();

        blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([partlyPaid]);
        blocker["fix"]!.GetValue<string>().ShouldContain("outstanding_invoices=write_off");
    }

    [Fact]
    [Cell("outstanding_invoices", "delete", "write_off")]
    public async Task WriteOff_WhenSomethingIsOwed_GivesItUpAndKeepsWhatWasPaid()
    {
        var customer = await World.CustomerAsync();
        var (unpaid, partlyPaid, paid) = (await World.InvoiceAsync(customer), await World.InvoiceAsync(customer, "partly_paid"), await World.InvoiceAsync(customer, "paid"));

        var deed = await CommandEffect.DeletedAsync(World, customer, "?outstanding_invoices=write_off");

        deed.ShouldTouchOnly("customers", "invoices", "invoice_line_items", "invoice_payments")
            .ShouldAnnounce([("customer_deleted", "customer_id", customer), .. Twice("invoice_written_off", unpaid, partlyPaid)]);
        Statuses(unpaid, partlyPaid, paid).ShouldBe(["finalized failed", "finalized failed", "finalized succeeded"]);
        World.Database.Rows("SELECT amount_paid, amount_remaining, written_off_at FROM invoices WHERE id = @id", ("@id", partlyPaid)).ShouldHaveSingleItem()
            .Values.Take(2).Select(amount => decimal.Parse((string)amount!, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe([5, 5]);
        World.Database.Count("invoices", "id = @id AND written_off_at IS NULL", ("@id", paid)).ShouldBe(1);
        var edge = (await World.Api.GetAsync($"/v1/deletions/{deed.DeletionId}")).Body["edges"]!.AsArray().Single(edge => edge!["edge"]!.GetValue<string>() == "outstanding_invoices")!;
        edge["money"]!.AsArray().Select(money => $"{money!["amount"]} {money["currency"]}").ShouldBe(["15 usd"]);
    }

    private static IEnumerable<(string Name, string Field, string Id)> Twice(string name, string first, string second) => [(name, "invoice_id", first), (name, "invoice_id", second)];

    private List<string> Statuses(params string[] invoices) =>
        [.. invoices.Select(id => World.Database.Lines("SELECT status, payment_status FROM invoices WHERE id = @id", ("@id", id)).ShouldHaveSingleItem().Replace('|', ' '))];

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : OutstandingInvoicesEdgeTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : OutstandingInvoicesEdgeTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : OutstandingInvoicesEdgeTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
