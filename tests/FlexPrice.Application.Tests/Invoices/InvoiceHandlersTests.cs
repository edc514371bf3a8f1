using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Invoices.GetInvoice;
using FlexPrice.Application.Invoices.SearchInvoices;
using FlexPrice.Application.Retention;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Invoices;

public sealed class InvoiceHandlersTests
{
    private readonly InvoiceBench _bench = new();

    [Fact]
    public async Task Finalize_WhenItIsADraft_IssuesAndSealsIt_AndOnlyOnce()
    {
        _bench.Invoices.Stored.Add(Given.Draft());

        (await _bench.FinalizeAsync(Given.InvoiceId().Value)).Error.ShouldBeNull();

        _bench.Invoices.Stored[0].InvoiceNumber.ShouldBe("INV-000001");
        _bench.Documents.Stored.ShouldHaveSingleItem();
        (await _bench.FinalizeAsync(Given.InvoiceId().Value)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Fact]
    public async Task Finalize_WhenTheCustomerIsGoneMeanwhile_IsNotFound()
    {
        _bench.Invoices.Stored.Add(Given.Draft(customer: Given.Customer('8')));

        (await _bench.FinalizeAsync(Given.InvoiceId().Value)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Finalizer_WhenThereIsNothing_TakesNoNumber()
    {
        (await _bench.Finalizer.FinalizeAsync([], Given.At(0), default)).ShouldBeNull();

        _bench.Counters.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Payment_WhenRecorded_IsSealedUnderTheSameKey()
    {
        _bench.Invoices.Stored.Add(Given.Draft());
        await _bench.FinalizeAsync(Given.InvoiceId().Value);

        (await _bench.PayAsync(Given.InvoiceId().Value, "PENDING", 4)).Error.ShouldBeNull();

        _bench.Invoices.Stored[0].Amounts.Paid.ShouldBe(4);
        _bench.Seal.KeysMade.ShouldBe((byte)1);
        _bench.Seal.Open(_bench.Documents.Stored.ShouldHaveSingleItem()).ShouldNotBeNull().Payments.ShouldHaveSingleItem().Amount.ShouldBe(4);
        (await _bench.PayAsync(Given.InvoiceId().Value, "REFUNDED")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Fact]
    public async Task Void_WhenNothingWasPaid_TakesItBack_AndOnlyOnce()
    {
        _bench.Invoices.Stored.Add(Given.Issued());

        (await _bench.VoidAsync(Given.InvoiceId().Value)).Error.ShouldBeNull();
        (await _bench.VoidAsync(Given.InvoiceId().Value)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("inv_01J00000000000000000000008")]
    public async Task Invoice_WhenUnknown_IsNotFoundEverywhere(string id)
    {
        (await _bench.GetAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await _bench.FinalizeAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await _bench.VoidAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await _bench.PayAsync(id, "SUCCEEDED")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Get_WhenTheCustomerIsThere_AnswersWhatIsStored()
    {
        _bench.Invoices.Stored.Add(Given.Issued(terms: Given.Bill(3, InvoiceType.OneOff, Given.Line(1, "Calls"), Given.Line(2, "Seats"))));

        var view = (await _bench.GetAsync(Given.InvoiceId().Value, "all_reader")).Value;

        view.Invoice.ShouldBe(_bench.Invoices.Stored[0]);
        view.Document.Description.ShouldBe("For Ada");
        view.Document.Lines.Select(line => line.DisplayName).ShouldBe(["Calls", "Seats"]);
    }

    [Fact]
    public async Task Get_WhenRetained_OpensTheSealForThoseWhoMay()
    {
        await RetainAsync();

        (await _bench.GetAsync(Given.InvoiceId().Value)).Value.Document.Description.ShouldBe("For Ada");
        foreach (var role in new[] { Role.AllReader, Role.AllWriter })
        {
            (await _bench.GetAsync(Given.InvoiceId().Value, role)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        }
    }

    [Fact]
    public async Task Get_WhenTheSealIsDestroyed_ShowsWhatIsLeft()
    {
        await RetainAsync();
        _bench.Documents.Stored.Clear();

        ShouldBeEmpty((await _bench.GetAsync(Given.InvoiceId().Value)).Value);
    }

    [Fact]
    public async Task Get_WhenTheKeyRingDoesNotOpenTheSeal_SaysSo()
    {
        await RetainAsync();
        _bench.Seal.LostItsKeys = true;

        var error = (await _bench.GetAsync(Given.InvoiceId().Value)).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.InvalidOperation);
        error.Details.ShouldContainKey("fix");
    }

    [Fact]
    public async Task Retained_WhenSomebodyChangesIt_IsNotFound()
    {
        await RetainAsync();

        (await _bench.FinalizeAsync(Given.InvoiceId().Value)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await _bench.VoidAsync(Given.InvoiceId().Value)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await _bench.PayAsync(Given.InvoiceId().Value, "SUCCEEDED")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        Should.Throw<InvalidOperationException>(() => _bench.Invoices.Stored[0].Void(Given.At(9)));
    }

    [Fact]
    public async Task Search_WhenConditionsAreNamed_AllHoldTogether()
    {
        _bench.Invoices.Stored.Add(Given.Draft('1', Given.Bill(5)));
        _bench.Invoices.Stored.Add(Given.Issued('2', Given.Bill(7, InvoiceType.Credit), Given.Customer('2')));
        _bench.Invoices.Stored.Add(Given.Issued('3'));
        InvoiceBench.Retain(_bench.Invoices.Stored[2]);
        var all = new SearchInvoicesQuery();

        await ShouldFindAsync("21", all);
        await ShouldFindAsync("21", all with { CustomerId = "", ExternalCustomerId = "", SubscriptionId = "", InvoiceIds = [], Statuses = [], PaymentStatuses = [], SkipLineItems = true });
        await ShouldFindAsync("1", all with { CustomerId = Given.CustomerId('1').Value });
        await ShouldFindAsync("", all with { CustomerId = "nobody" });
        await ShouldFindAsync("2", all with { ExternalCustomerId = "ext-2" });
        await ShouldFindAsync("", all with { SubscriptionId = Given.Id("subs", '1') });
        await ShouldFindAsync("", all with { SubscriptionId = "nothing" });
        await ShouldFindAsync("1", all with { InvoiceIds = [Given.InvoiceId('1').Value, Given.InvoiceId('3').Value] });
        await ShouldFindAsync("1", all with { Statuses = ["DRAFT"] });
        await ShouldFindAsync("21", all with { Statuses = ["DRAFT", "FINALIZED"], PaymentStatuses = ["PENDING"] });
        await ShouldFindAsync("2", all with { InvoiceType = "CREDIT" });
        await ShouldFindAsync("2", all with { AmountDueAbove = 5 });
        await ShouldFindAsync("", all with { AmountRemainingAbove = 7 });
        await ShouldFindAsync("1", all with { Paging = new Paging(1, 1) });
    }

    [Fact]
    public async Task Search_WhenTheExternalIdIsUnknown_IsNotFound() =>
        (await SearchAsync(new SearchInvoicesQuery { ExternalCustomerId = "ext-8" })).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);

    private static void ShouldBeEmpty(InvoiceView view)
    {
        view.Document.ShouldBe(InvoiceDocument.Empty);
        view.Invoice.InvoiceNumber.ShouldBe("INV-000001");
    }

    private async Task RetainAsync()
    {
        _bench.Invoices.Stored.Add(Given.Draft());
        (await _bench.FinalizeAsync(Given.InvoiceId().Value)).Error.ShouldBeNull();
        InvoiceBench.Retain(_bench.Invoices.Stored[0]);
    }

    private Task<Result<Page<Invoice>>> SearchAsync(SearchInvoicesQuery query) =>
        new SearchInvoicesHandler(_bench.Invoices, _bench.Customers.Resolver).HandleAsync(query, default);

    private async Task ShouldFindAsync(string lastLetters, SearchInvoicesQuery query)
    {
        var page = (await SearchAsync(query)).Value;

        string.Concat(page.Items.Select(invoice => invoice.Id.Value[^1])).ShouldBe(lastLetters);
    }
}
