using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Tests.Invoices;

public sealed class CreateInvoiceHandlerTests
{
    private static readonly CreateInvoiceCommand Good = new()
    {
        Customer = new CustomerReference(Given.CustomerId('1').Value),
        Currency = "EUR",
        AmountDue = 12,
        Total = 12,
        Subtotal = 10,
        TotalTax = 2,
    };

    private readonly InvoiceBench _bench = new();

    [Fact]
    public async Task Invoice_WhenNothingElseIsSaid_IsASingleChargeThatIsIssuedAndSealedAtOnce()
    {
        var result = await _bench.CreateAsync(Good);

        var invoice = _bench.Invoices.Stored.ShouldHaveSingleItem();
        result.Id.ShouldBe(invoice.Id);
        invoice.Type.ShouldBe(InvoiceType.OneOff);
        invoice.BillingReason.ShouldBe(BillingReason.Manual);
        invoice.Currency.ShouldBe("eur");
        invoice.Amounts.ShouldBe(new InvoiceAmounts { Subtotal = 10, Total = 12, Tax = 2, Due = 12, Remaining = 12 });
        invoice.Status.ShouldBe(InvoiceStatus.Finalized);
        invoice.InvoiceNumber.ShouldBe("INV-000001");
        invoice.RetentionYears.ShouldBe(RetentionPolicy.DefaultYears);
        var document = _bench.Documents.Stored.ShouldHaveSingleItem();
        document.InvoiceId.ShouldBe(invoice.Id);
        _bench.Seal.Open(document).ShouldNotBeNull().BillTo.Name.ShouldBe("Ada Lovelace");
    }

    [Fact]
    public async Task Invoice_WhenEverythingIsSaid_SaysItAll()
    {
        var start = new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.FromHours(1));
        var line = new InvoiceLineToCreate { Amount = 12, Quantity = 3, DisplayName = "Calls", PriceId = "price_1", PeriodStart = start, PeriodEnd = start.AddDays(30), Metadata = new Dictionary<string, string> { ["a"] = "b" } };

        await _bench.CreateAsync(Good with
        {
            SubscriptionId = Given.Id("subs", '1'),
            InvoiceType = "SUBSCRIPTION",
            BillingReason = "SUBSCRIPTION_CYCLE",
            TotalTax = null,
            Description = "March",
            DueDate = start.AddDays(60),
            PeriodStart = start,
            PeriodEnd = start.AddDays(30),
            Metadata = new Dictionary<string, string> { ["c"] = "d" },
            LineItems = [line with { Amount = 2, DisplayName = null, Quantity = null, PriceId = "", PeriodStart = null, PeriodEnd = null }, line with { Amount = 10 }],
        });

        var invoice = _bench.Invoices.Stored.ShouldHaveSingleItem();
        invoice.Status.ShouldBe(InvoiceStatus.Draft);
        invoice.BillingReason.ShouldBe(BillingReason.SubscriptionCycle);
        invoice.Amounts.Tax.ShouldBe(0);
        invoice.Description.ShouldBe("March");
        invoice.DueDate.ShouldBe(start.AddDays(60));
        (invoice.PeriodStart, invoice.PeriodEnd).ShouldBe((start.ToUniversalTime(), start.AddDays(30).ToUniversalTime()));
        invoice.PeriodStart!.Value.Offset.ShouldBe(TimeSpan.Zero);
        invoice.Metadata.ShouldNotBeNull()["c"].ShouldBe("d");
        invoice.LineItems.Select(item => (item.DisplayName, item.Quantity, item.PriceId)).ShouldBe([("", 1, null), ("Calls", 3, "price_1")]);
        _bench.Documents.Stored.ShouldBeEmpty();
        _bench.Counters.Stored.ShouldBeEmpty("A draft takes no number");
    }

    [Fact]
    public async Task Numbers_WhenInvoicesAreIssued_FollowEachOtherUnderKeysOfTheirOwn()
    {
        await _bench.CreateAsync(Good);
        await _bench.CreateAsync(Good with { Customer = new CustomerReference(Given.CustomerId('2').Value) });
        await _bench.CreateAsync(Good with { InvoiceType = "CREDIT" });

        _bench.Invoices.Stored.Select(invoice => invoice.InvoiceNumber).ShouldBe(["INV-000001", "INV-000002", "INV-000003"]);
        _bench.Counters.Stored.ShouldHaveSingleItem().LastNumber.ShouldBe(3);
        _bench.Documents.Stored.Select(document => document.WrappedKey[0]).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Invoice_WhenTheEnvironmentDecidedAPeriod_IsKeptForThat()
    {
        var policy = RetentionPolicy.Undecided(Given.Scope, Given.At(0));
        policy.Decide(6, Given.At(0));
        _bench.Policies.Stored.Add(policy);

        await _bench.CreateAsync(Good);

        _bench.Invoices.Stored.ShouldHaveSingleItem().RetentionYears.ShouldBe(6);
    }

    [Fact]
    public async Task Invoice_WhenTheCustomerIsUnknownOrArchived_IsRefused()
    {
        (await _bench.CreateAsync(Good with { Customer = new CustomerReference(null, "ext-8") })).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await _bench.CreateAsync(Good with { Customer = new CustomerReference(Given.CustomerId('9').Value) })).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        _bench.Invoices.Stored.ShouldBeEmpty();
        _bench.Counters.Stored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("subs_01J00000000000000000000008")]
    public async Task Invoice_WhenTheSubscriptionIsUnknown_IsRefused(string subscription) =>
        (await _bench.CreateAsync(Good with { SubscriptionId = subscription })).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
}
