using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Application.Invoices.RecordInvoicePayment;
using FlexPrice.Application.Invoices.SearchInvoices;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Tests.Invoices;

public sealed class InvoiceValidatorsTests
{
    private static readonly CreateInvoiceCommand Good = new()
    {
        Customer = new CustomerReference(Given.CustomerId('1').Value),
        Currency = "eur",
        AmountDue = 10,
        Total = 10,
        Subtotal = 8,
        TotalTax = 2,
        LineItems = [new InvoiceLineToCreate { Amount = 10 }],
    };

    private readonly CreateInvoiceValidator _create = new();

    [Fact]
    public void Create_WhenRight_Passes()
    {
        _create.WrongFieldsOf(Good).ShouldBeEmpty();
        _create.WrongFieldsOf(Good with { TotalTax = null, Subtotal = 10, LineItems = null, InvoiceType = "CREDIT", BillingReason = "PRORATION", Description = "a\nb", PeriodStart = Given.Noon, PeriodEnd = Given.Noon }).ShouldBeEmpty();
    }

    [Fact]
    public void Create_WhenNothingIsSaid_NamesWhatIsRequired() =>
        _create.WrongFieldsOf(new CreateInvoiceCommand()).ShouldBe(["customer_id", "currency", "amount_due", "total", "subtotal"], ignoreOrder: true);

    [Fact]
    public void Create_WhenAFieldIsWrong_NamesIt()
    {
        ShouldName("invoice_type", Good with { InvoiceType = "one_off" });
        ShouldName("billing_reason", Good with { BillingReason = "WHY" });
        ShouldName("currency", Good with { Currency = "euro" });
        ShouldName("amount_due", Good with { AmountDue = -1 });
        ShouldName("total_tax", Good with { TotalTax = -1 });
        ShouldName("description", Good with { Description = new string('x', 1001) });
        ShouldName("description", Good with { Description = "a\0b" });
        ShouldName("period_end", Good with { PeriodStart = Given.Noon, PeriodEnd = Given.Noon.AddTicks(-1) });
        ShouldName("line_items", Good with { LineItems = [.. Enumerable.Repeat(new InvoiceLineToCreate { Amount = 1 }, RequestLimits.InvoiceLines + 1)] });
        ShouldName("line_items[0]", Good with { LineItems = [null!] });
        ShouldName("line_items[0].amount", Good with { LineItems = [new InvoiceLineToCreate()] });
        ShouldName("line_items[1].quantity", Good with { LineItems = [new InvoiceLineToCreate { Amount = 1 }, new InvoiceLineToCreate { Amount = 1, Quantity = -1 }] });
    }

    [Theory]
    [InlineData("8", "2", "10", true)]
    [InlineData("8", null, "10", true)]
    [InlineData("100", null, "90", true)]
    [InlineData("8", "2", "10.000000001", false)]
    [InlineData("8", "2", "9", true)]
    [InlineData("8", "2", "1", false)]
    [InlineData("10", null, "10", true)]
    public void Create_WhenTheTotalDoesNotFitTheTax_NamesItWithTheNumbers(string subtotal, string? tax, string total, bool isRight)
    {
        var failures = _create.Validate(Good with { Subtotal = Money(subtotal), TotalTax = tax is null ? null : Money(tax), Total = Money(total) }).Errors;

        if (isRight)
        {
            failures.ShouldBeEmpty();
            return;
        }

        var failure = failures.ShouldHaveSingleItem();
        failure.PropertyName.ShouldBe("total");
        failure.ErrorMessage.ShouldContain($"{subtotal} + {tax ?? "0"} = {Money(subtotal) + Money(tax ?? "0")}, not {total}");
    }

    [Fact]
    public void Create_WhenAnAmountIsBeyondMeasure_NamesThatOne() =>
        _create.WrongFieldsOf(Good with { Subtotal = decimal.MaxValue, TotalTax = decimal.MaxValue }).ShouldBe(["subtotal", "total_tax"], ignoreOrder: true);

    [Fact]
    public void Payment_WhenTheStatusIsNeverRecorded_NamesThoseThatAre()
    {
        var failure = new RecordInvoicePaymentValidator().Validate(new RecordInvoicePaymentCommand("inv_1", "REFUNDED", null)).Errors.ShouldHaveSingleItem();

        failure.PropertyName.ShouldBe("payment_status");
        failure.ErrorMessage.ShouldEndWith("one of: PENDING, SUCCEEDED, OVERPAID, FAILED.");
    }

    [Fact]
    public void Payment_WhenTheStatusIsMissingOrUnknown_NamesIt()
    {
        var validator = new RecordInvoicePaymentValidator();

        validator.WrongFieldsOf(new RecordInvoicePaymentCommand("inv_1", "SUCCEEDED", null)).ShouldBeEmpty();
        validator.WrongFieldsOf(new RecordInvoicePaymentCommand("inv_1", null, null)).ShouldBe(["payment_status"]);
        validator.WrongFieldsOf(new RecordInvoicePaymentCommand("inv_1", "paid", -1)).ShouldBe(["payment_status", "amount"]);
    }

    [Fact]
    public void Search_WhenAFieldIsWrong_NamesIt()
    {
        var validator = new SearchInvoicesValidator();

        validator.WrongFieldsOf(new SearchInvoicesQuery()).ShouldBeEmpty();
        validator.WrongFieldsOf(new SearchInvoicesQuery { Statuses = ["DRAFT"], PaymentStatuses = ["PENDING"], InvoiceType = "ONE_OFF", InvoiceIds = ["inv_1"] }).ShouldBeEmpty();
        validator.WrongFieldsOf(new SearchInvoicesQuery { Statuses = ["draft"] }).ShouldBe(["invoice_status"]);
        validator.WrongFieldsOf(new SearchInvoicesQuery { PaymentStatuses = [null!] }).ShouldBe(["payment_status"]);
        validator.WrongFieldsOf(new SearchInvoicesQuery { InvoiceType = "BILL" }).ShouldBe(["invoice_type"]);
        validator.WrongFieldsOf(new SearchInvoicesQuery { AmountDueAbove = -1, AmountRemainingAbove = -1 }).ShouldBe(["amount_due_gt", "amount_remaining_gt"]);
        validator.WrongFieldsOf(new SearchInvoicesQuery { Paging = new Paging(-1, 0) }).ShouldBe(["limit"]);
    }

    private static decimal Money(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private void ShouldName(string field, CreateInvoiceCommand command) => _create.WrongFieldsOf(command).ShouldContain(field);
}
