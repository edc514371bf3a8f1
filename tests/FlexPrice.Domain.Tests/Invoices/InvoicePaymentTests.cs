using CsCheck;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Invoices.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Invoices;

public sealed class InvoicePaymentTests
{
    private const int Due = 10;

    private static readonly PaymentStatus[] Recordable = [PaymentStatus.Pending, PaymentStatus.Succeeded, PaymentStatus.Overpaid, PaymentStatus.Failed];

    [Fact]
    public void Payment_WhenItComesInParts_IsRecordedAsTheDifferenceUntilAllIsPaid()
    {
        var invoice = Given.Issued();

        Record(invoice, PaymentStatus.Pending, 3.5m, 1).ShouldBeNull();
        invoice.PaymentStatus.ShouldBe(PaymentStatus.Pending);
        invoice.Amounts.Remaining.ShouldBe(6.5m);
        invoice.PaidAt.ShouldBeNull();
        Record(invoice, PaymentStatus.Succeeded, null, 2).ShouldBeNull();

        invoice.PaymentStatus.ShouldBe(PaymentStatus.Succeeded);
        invoice.Payments.Select(payment => payment.Amount).ShouldBe([3.5m, 6.5m]);
        invoice.Payments.ShouldAllBe(payment => payment.InvoiceId == invoice.Id && payment.TenantId == invoice.TenantId && payment.EnvironmentId == invoice.EnvironmentId);
        invoice.Amounts.Remaining.ShouldBe(0);
        invoice.PaidAt.ShouldBe(Given.Noon.AddMinutes(2));
        invoice.TakeEvents().ShouldBe([new InvoicePaymentRecorded(invoice.Id, Given.CustomerId('1'), Given.At(1).At), new InvoicePaymentRecorded(invoice.Id, Given.CustomerId('1'), Given.At(2).At)]);
    }

    [Fact]
    public void Payment_WhenMoreComesInLater_IsOverpaidAndWasPaidWhenItWas()
    {
        var invoice = Given.Issued();
        Record(invoice, PaymentStatus.Succeeded, Due, 1).ShouldBeNull();

        Record(invoice, PaymentStatus.Overpaid, 12, 2).ShouldBeNull();

        invoice.Amounts.Paid.ShouldBe(12);
        invoice.Amounts.Remaining.ShouldBe(0);
        invoice.PaidAt.ShouldBe(Given.Noon.AddMinutes(1));
    }

    [Fact]
    public void Payment_WhenItIsTheCaseAlready_IsNotRecordedAgain()
    {
        var invoice = Given.Issued();
        Record(invoice, PaymentStatus.Succeeded, null, 1).ShouldBeNull();
        invoice.TakeEvents();
        var version = invoice.Version;

        Record(invoice, PaymentStatus.Succeeded, Due, 2).ShouldBeNull();

        invoice.Payments.ShouldHaveSingleItem();
        invoice.Version.ShouldBe(version);
        invoice.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Payment_WhenItFails_KeepsWhatWasPaid()
    {
        var invoice = Given.Issued();
        Record(invoice, PaymentStatus.Pending, 4, 1).ShouldBeNull();

        Record(invoice, PaymentStatus.Failed, null, 2).ShouldBeNull();

        invoice.PaymentStatus.ShouldBe(PaymentStatus.Failed);
        invoice.Amounts.Paid.ShouldBe(4);
        Record(invoice, PaymentStatus.Pending, 5, 3).ShouldBeNull("A failed one may be tried again");
    }

    [Theory]
    [InlineData(PaymentStatus.Succeeded, 9.99)]
    [InlineData(PaymentStatus.Succeeded, 10.01)]
    [InlineData(PaymentStatus.Overpaid, 10.0)]
    [InlineData(PaymentStatus.Overpaid, null)]
    [InlineData(PaymentStatus.Pending, 10.0)]
    [InlineData(PaymentStatus.Pending, 1.99)]
    [InlineData(PaymentStatus.Failed, 2.0)]
    public void Payment_WhenTheAmountDoesNotFitTheStatus_IsRefusedByName(PaymentStatus status, double? amount)
    {
        var invoice = Given.Issued();
        Record(invoice, PaymentStatus.Pending, 2, 1).ShouldBeNull();

        Record(invoice, status, (decimal?)amount, 2).ShouldNotBeNull().Details.ShouldContainKey("amount");

        invoice.Amounts.Paid.ShouldBe(2);
        invoice.PaymentStatus.ShouldBe(PaymentStatus.Pending);
    }

    [Theory]
    [InlineData(PaymentStatus.Pending, PaymentStatus.Processing)]
    [InlineData(PaymentStatus.Pending, PaymentStatus.Refunded)]
    [InlineData(PaymentStatus.Succeeded, PaymentStatus.Pending)]
    [InlineData(PaymentStatus.Succeeded, PaymentStatus.Failed)]
    [InlineData(PaymentStatus.Overpaid, PaymentStatus.Overpaid)]
    [InlineData(PaymentStatus.Overpaid, PaymentStatus.Succeeded)]
    public void Payment_WhenTheStatusDoesNotFollow_IsRefused(PaymentStatus from, PaymentStatus to)
    {
        var invoice = Given.Issued();
        Record(invoice, from, from == PaymentStatus.Overpaid ? 11 : null, 1).ShouldBeNull();

        Record(invoice, to, to == PaymentStatus.Overpaid ? 12 : null, 2).ShouldNotBeNull().Details.ShouldContainKey("payment_status");

        invoice.PaymentStatus.ShouldBe(from);
    }

    [Fact]
    public void Payment_WhenTheInvoiceIsNotIssued_IsRefused()
    {
        var voided = Given.Issued();
        voided.Void(Given.At(1)).ShouldBeNull();

        Record(voided, PaymentStatus.Succeeded, null, 2).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        Record(Given.Draft(), PaymentStatus.Succeeded, null, 2).ShouldNotBeNull().Details.ShouldContainKey("invoice_status");
    }

    [Fact]
    public void Payment_WhenStepsAreArbitrary_TheMoneyAddsUpToTheLastDigit() =>
        Gen.Select(Gen.Int[0, 3], Gen.Long[0, 15_000_000_000].Nullable()).Array[0, 10].Sample(
            steps =>
            {
                var invoice = Given.Issued();
                var paid = 0m;
                foreach (var (status, billionths) in steps)
                {
                    Record(invoice, Recordable[status], billionths / 1_000_000_000m, 1);
                    invoice.Amounts.Paid.ShouldBeGreaterThanOrEqualTo(paid, "What came in does not go out");
                    paid = invoice.Amounts.Paid;
                    invoice.Payments.Sum(payment => payment.Amount).ShouldBe(paid);
                    invoice.Payments.ShouldAllBe(payment => payment.Amount > 0);
                    invoice.Amounts.Remaining.ShouldBe(Math.Max(0, Due - paid));
                    (invoice.PaymentStatus is PaymentStatus.Succeeded or PaymentStatus.Overpaid).ShouldBe(paid >= Due);
                    (invoice.PaidAt is not null).ShouldBe(paid >= Due);
                }
            },
            iter: Rounds.Of(1_000));

    private static Error? Record(Invoice invoice, PaymentStatus status, decimal? paidSoFar, int minute) =>
        invoice.RecordPayment(Given.PaymentId((char)('0' + minute)), status, paidSoFar, Given.At(minute));
}
