using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Invoices.Events;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Domain.Tests.Invoices;

public sealed class InvoiceTests
{
    [Fact]
    public void Invoice_WhenCreated_IsADraftWithItsLinesInTheirOrder()
    {
        var invoice = Create(Sample.Bill(0.3m, InvoiceType.OneOff, Sample.Line(0.1m, "Calls"), Sample.Line(0.2m, "Seats"))).Value;

        invoice.Status.ShouldBe(InvoiceStatus.Draft);
        invoice.PaymentStatus.ShouldBe(PaymentStatus.Pending);
        invoice.InvoiceNumber.ShouldBeNull();
        invoice.RetainedUntil.ShouldBeNull();
        invoice.BillTo.ShouldBe(BillTo.Empty);
        invoice.Amounts.Remaining.ShouldBe(0.3m);
        invoice.LineItems.Select(line => (line.Position, line.DisplayName, line.Amount)).ShouldBe([(1, "Calls", 0.1m), (2, "Seats", 0.2m)]);
        invoice.LineItems.ShouldAllBe(line => line.InvoiceId == invoice.Id && line.TenantId == invoice.TenantId && line.EnvironmentId == invoice.EnvironmentId);
        invoice.TakeEvents().ShouldBe([new InvoiceCreated(Sample.InvoiceId(), Sample.CustomerId('1'), Sample.Noon)]);
    }

    [Theory]
    [InlineData("0.3", true)]
    [InlineData("0.300000001", false)]
    [InlineData("0.299999999", false)]
    public void Invoice_WhenTheLinesMakeAnotherSum_IsRefusedToTheLastDigit(string due, bool isRight)
    {
        var terms = Sample.Bill(decimal.Parse(due, System.Globalization.CultureInfo.InvariantCulture), InvoiceType.OneOff, Sample.Line(0.1m), Sample.Line(0.1m), Sample.Line(0.1m));

        var error = Create(terms).Error;

        (error is null).ShouldBe(isRight);
        error?.Kind.ShouldBe(ErrorKind.Validation);
        error?.Details.ShouldContainKey("line_items");
    }

    [Fact]
    public void Invoice_WhenTheCustomerIsArchived_IsRefused() =>
        Invoice.Create(Sample.Scope, Sample.InvoiceId(), Sample.ArchivedCustomer(), null, Sample.Bill(), LineId, Sample.At(0)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void Invoice_WhenItBillsASubscription_NeedsOneOfItsOwnCustomer()
    {
        var terms = Sample.Bill(5, InvoiceType.Subscription);
        var subscription = Sample.Subscription();

        Create(terms).Error.ShouldNotBeNull().Details.ShouldContainKey("subscription_id");
        Create(terms, Sample.Customer('2'), subscription).Error.ShouldNotBeNull().Details.ShouldContainKey("subscription_id");
        Create(terms, Sample.Customer(), subscription).Value.SubscriptionId.ShouldBe(subscription.Id);
    }

    [Theory]
    [InlineData(InvoiceType.OneOff, 5, true)]
    [InlineData(InvoiceType.Credit, 5, true)]
    [InlineData(InvoiceType.Subscription, 5, false)]
    [InlineData(InvoiceType.Subscription, 0, true)]
    public void Invoice_WhenNobodyWaitsForIt_FinalizesItself(InvoiceType type, int due, bool expected) =>
        Create(Sample.Bill(due, type), Sample.Customer(), Sample.Subscription()).Value.FinalizesItself.ShouldBe(expected);

    [Fact]
    public void Invoice_WhenFinalized_HasNumberAddresseeAndEndOfRetention()
    {
        var customer = Sample.Customer();
        var invoice = Sample.Draft(customer: customer);
        var retention = RetentionPolicy.Undecided(Sample.Scope, Sample.At(0));
        retention.Decide(6, Sample.At(0));

        invoice.Finalize("INV-000007", BillTo.Of(customer), retention, Sample.At(2)).ShouldBeNull();

        invoice.Status.ShouldBe(InvoiceStatus.Finalized);
        invoice.InvoiceNumber.ShouldBe("INV-000007");
        invoice.BillTo.Name.ShouldBe(customer.Name);
        invoice.FinalizedAt.ShouldBe(Sample.Noon.AddMinutes(2));
        invoice.RetentionYears.ShouldBe(6);
        invoice.RetainedUntil.ShouldBe(new DateTimeOffset(2033, 1, 1, 0, 0, 0, TimeSpan.Zero));
        invoice.PaymentStatus.ShouldBe(PaymentStatus.Pending);
        invoice.PaidAt.ShouldBeNull();
        invoice.TakeEvents().ShouldBe([new InvoiceFinalized(invoice.Id, customer.Id, Sample.Noon.AddMinutes(2))]);
        invoice.Finalize("INV-000008", BillTo.Empty, retention, Sample.At(3)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        invoice.InvoiceNumber.ShouldBe("INV-000007");
        invoice.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Invoice_WhenNothingIsDue_IsPaidAsSoonAsItIsFinalized()
    {
        var invoice = Sample.Issued(terms: Sample.Bill(0));

        invoice.PaymentStatus.ShouldBe(PaymentStatus.Succeeded);
        invoice.PaidAt.ShouldBe(Sample.Noon);
        invoice.Payments.ShouldBeEmpty();
    }

    [Fact]
    public void Void_WhenNothingWasPaid_TakesTheInvoiceBackOnce()
    {
        foreach (var invoice in new[] { Sample.Draft(), Sample.Issued() })
        {
            invoice.Void(Sample.At(2)).ShouldBeNull();

            invoice.Status.ShouldBe(InvoiceStatus.Voided);
            invoice.VoidedAt.ShouldBe(Sample.Noon.AddMinutes(2));
            invoice.TakeEvents().ShouldBe([new InvoiceVoided(invoice.Id, Sample.CustomerId('1'), Sample.Noon.AddMinutes(2))]);
            invoice.Void(Sample.At(3)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
            invoice.VoidedAt.ShouldBe(Sample.Noon.AddMinutes(2));
        }
    }

    [Fact]
    public void Void_WhenSomethingWasPaid_IsRefused()
    {
        var invoice = Sample.Issued();
        invoice.RecordPayment(Sample.PaymentId(), PaymentStatus.Pending, 0.01m, Sample.At(1)).ShouldBeNull();

        invoice.Void(Sample.At(2)).ShouldNotBeNull().Details.ShouldContainKey("amount_paid");

        invoice.Status.ShouldBe(InvoiceStatus.Finalized);
    }

    [Fact]
    public void Counter_WhenAsked_GivesEveryNumberOnceWithoutAGap()
    {
        var counter = InvoiceCounter.Open(Sample.Scope);

        counter.Next().ShouldBe("INV-000001");
        counter.Next().ShouldBe("INV-000002");
        counter.LastNumber.ShouldBe(2);
        counter.TenantId.ShouldBe(Sample.Scope.TenantId);
        counter.EnvironmentId.ShouldBe(Sample.Scope.EnvironmentId);
    }

    [Theory]
    [InlineData("nothing", true)]
    [InlineData("inv_01J00000000000000000000001", false)]
    public void NotFound_WhenTheIdIsOfAnotherKind_SaysWhatIdsLookLike(string id, bool hasHint) =>
        InvoiceErrors.NotFound(id).Details.ContainsKey("hint").ShouldBe(hasHint);

    private static Result<Invoice> Create(InvoiceTerms terms, Domain.Customers.Customer? customer = null, Subscription? subscription = null) =>
        Invoice.Create(Sample.Scope, Sample.InvoiceId(), customer ?? Sample.Customer(), subscription, terms, LineId, Sample.At(0));

    private static InvoiceLineItemId LineId() => InvoiceLineItemId.From(Sample.Id("inv_line", '1'));
}
