using System.Net;

namespace FlexPrice.Api.Tests.Invoices;

public abstract class InvoiceTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Fact]
    public async Task Numbers_WhenManyInvoicesAreMadeAtOnce_AreWithoutGapsOrDuplicates()
    {
        var world = World.Another(fixture.Host);
        var customer = await world.CustomerAsync();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => number % 4 == 0 ? RefusedAsync(world, customer) : world.InvoiceAsync(customer)));

        world.Database.Rows("SELECT invoice_number FROM invoices WHERE environment_id = @id ORDER BY invoice_number", ("@id", world.Environment))
            .Select(row => (string)row["invoice_number"]!).ShouldBe(Enumerable.Range(1, 30).Select(number => $"INV-{number:D6}"));
    }

    [Fact]
    public async Task Numbers_WhenEnvironmentsDiffer_AreTheirOwn()
    {
        var (own, sibling) = (World.Another(fixture.Host), World.Another(fixture.Host));

        await own.InvoiceAsync(await own.CustomerAsync());
        var invoice = await sibling.InvoiceAsync(await sibling.CustomerAsync());

        (await sibling.Api.GetAsync($"/v1/invoices/{invoice}")).Body["invoice_number"]!.GetValue<string>().ShouldBe("INV-000001");
    }

    [Fact]
    public async Task Invoice_WhenItGoesItsWay_AnswersFlexPricesWords()
    {
        var customer = await World.CustomerAsync();
        var subscription = await World.SubscriptionAsync(customer);
        var draft = await World.InvoiceAsync(customer, "draft", subscription: subscription);

        (await World.Api.PutAsync($"/v1/invoices/{draft}/payment", new { payment_status = "SUCCEEDED" })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");
        (await World.Api.PostAsync($"/v1/invoices/{draft}/finalize", new { })).ShouldBe(HttpStatusCode.OK).Message.ShouldBe("invoice finalized successfully");
        (await World.Api.PostAsync($"/v1/invoices/{draft}/finalize", new { })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation", "invoice must be in draft status to be finalized")
            .Details["fix"]!.GetValue<string>().ShouldContain("POST /v1/invoices");
        var paid = (await World.Api.PutAsync($"/v1/invoices/{draft}/payment", new { payment_status = "PENDING", amount = "2.5" })).ShouldBe(HttpStatusCode.OK);
        paid.Body["amount_remaining"]!.GetValue<string>().ShouldBe("7.5");
        (await World.Api.PostAsync($"/v1/invoices/{draft}/void", new { })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");
        var other = await World.InvoiceAsync(customer);
        (await World.Api.PostAsync($"/v1/invoices/{other}/void", new { })).ShouldBe(HttpStatusCode.OK).Message.ShouldBe("invoice voided successfully");
        (await World.Api.PostAsync($"/v1/invoices/{other}/void", new { })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation", "invoice status - VOIDED is not allowed")
            .Details["fix"]!.GetValue<string>().ShouldContain("GET /v1/invoices/{id}");
    }

    [Fact]
    public async Task Invoice_WhenTheCustomerIsArchived_IsRefused()
    {
        var customer = await World.CustomerAsync();
        await World.ArchiveAsync(customer);

        (await World.Api.PostAsync("/v1/invoices", new { customer_id = customer, currency = "usd", amount_due = 1, total = 1, subtotal = 1 })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");
        (await World.Api.PostAsync("/v1/workflows", new { customer_id = customer, workflow_type = "Onboarding" })).ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");
    }

    [Theory]
    [InlineData("""{"amount_due":1,"total":1,"subtotal":1,"currency":"usd"}""", "customer_id")]
    [InlineData("""{"customer_id":"@","total":1,"subtotal":1,"currency":"usd"}""", "amount_due")]
    [InlineData("""{"customer_id":"@","amount_due":-1,"total":1,"subtotal":1,"currency":"usd"}""", "amount_due")]
    [InlineData("""{"customer_id":"@","amount_due":1,"total":1,"subtotal":0.8,"total_tax":0.1,"currency":"usd"}""", "total")]
    [InlineData("""{"customer_id":"@","amount_due":1,"total":1,"subtotal":1,"currency":"usd","line_items":[{"amount":0.9}]}""", "line_items")]
    [InlineData("""{"customer_id":"@","amount_due":1,"total":1,"subtotal":1,"currency":"usd","line_items":[{"quantity":1}]}""", "line_items")]
    [InlineData("""{"customer_id":"@","amount_due":1,"total":1,"subtotal":1,"currency":"usd","invoice_type":"SUBSCRIPTION"}""", "subscription_id")]
    public async Task Create_WhenAFieldIsWrong_NamesIt(string body, string field)
    {
        var customer = await World.CustomerAsync();
        var before = World.Database.Dump();

        (await World.Api.SendTextAsync(HttpMethod.Post, "/v1/invoices", body.Replace("@", customer, StringComparison.Ordinal))).ShouldNameField(field);

        World.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Search_WhenFiltered_ComparesMoneyAsNumbers()
    {
        var customer = await World.CustomerAsync();
        var (small, large) = (await World.InvoiceAsync(customer, amount: "9"), await World.InvoiceAsync(customer, amount: "10"));
        await World.InvoiceAsync(customer, "paid", "100");

        (await FoundAsync(new { customer_id = customer, amount_remaining_gt = "8.5" })).ShouldBe([large, small]);
        (await FoundAsync(new { customer_id = customer, amount_remaining_gt = "9" })).ShouldBe([large]);
        (await FoundAsync(new { external_customer_id = World.ExternalIdOf(customer), amount_due_gt = "20", payment_status = new[] { "SUCCEEDED" } })).Count.ShouldBe(1);
        (await World.Api.PostAsync("/v1/invoices/search", new { customer_id = customer, skip_line_items = true })).Items.ShouldAllBe(invoice => invoice["line_items"]!.AsArray().Count == 0);
    }

    private static async Task<string> RefusedAsync(World world, string customer)
    {
        (await world.Api.PostAsync("/v1/invoices", new { customer_id = customer, currency = "usd", amount_due = 1, total = 1, subtotal = 1, line_items = new[] { new { amount = 2 } } })).ShouldBe(HttpStatusCode.BadRequest);
        return "";
    }

    private async Task<IReadOnlyList<string>> FoundAsync(object body) =>
        [.. (await World.Api.PostAsync("/v1/invoices/search", body)).ShouldBe(HttpStatusCode.OK).Items.Select(invoice => invoice["id"]!.GetValue<string>())];

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : InvoiceTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : InvoiceTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : InvoiceTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
