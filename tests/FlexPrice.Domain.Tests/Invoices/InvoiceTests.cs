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
        var invoice = Create(Given.Bill(0.3m, InvoiceType.OneOff, Given.Line(0.1m, "Calls"), Given.Line(0.2m, "Seats"))).Value;

        invoice.Status.ShouldBe(InvoiceStatus.Draft);
        invoice.PaymentStatus.ShouldBe(PaymentStatus.Pending);
        invoice.InvoiceNumber.ShouldBeNull();
        invoice.RetainedUntil.ShouldBeNull();
        invoice.BillTo.ShouldBe(BillTo.Empty);
        invoice.Amounts.Remaining.ShouldBe(0.3m);
        invoice.LineItems.Select(line => (line.Position, line.DisplayName, line.Amount)).ShouldBe([(1, "Calls", 0.1m), (2, "Seats", 0.2m)]);
        invoice.LineItems.ShouldAllBe(line => line.InvoiceId == invoice.Id && line.TenantId == invoice.TenantId && line.EnvironmentId == invoice.EnvironmentId);
        invoice.TakeEvents().ShouldBe([new InvoiceCreated(Given.InvoiceId(), Given.CustomerId('1'), Given.Noon)]);
    }

    [Theory]
    [InlineData("0.3", true)]
    [InlineData("0.300000001", false)]
    [InlineData("0.299999999", false)]
    public void Invoice_WhenTheLinesMakeAnotherSum_IsRefusedToTheLastDigit(string due, bool isRight)
    {
        var terms = Given.Bill(decimal.Parse(due, System.Globalization.CultureInfo.InvariantCulture), InvoiceType.OneOff, Given.Line(0.1m), Given.Line(0.1m), Given.Line(0.1m));

        var error = Create(terms).Error;

        (error is null).ShouldBe(isRight);
        error?.Kind.ShouldBe(ErrorKind.Validation);
        error?.Details.ShouldContainKey("line_items");
    }

    [Fact]
    public void Invoice_WhenTheCustomerIsArchived_IsRefused() =>
        Invoice.Create(Given.Scope, Given.InvoiceId(), Given.ArchivedCustomer(), null, Given.Bill(), LineId, Given.At(0)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void Invoice_WhenItBillsASubscription_NeedsOneOfItsOwnCustomer()
    {
        var terms = Given.Bill(5, InvoiceType.Subscription);
        var subscription = Given.Subscription();

        Create(terms).Error.ShouldNotBeNull().Details.ShouldContainKey("subscription_id");
        Create(terms, Given.Customer('2'), subscription).Error.ShouldNotBeNull().Details.ShouldContainKey("subscription_id");
        Create(terms, Given.Customer(), subscription).Value.SubscriptionId.ShouldBe(subscription.Id);
    }

    [Theory]
    [InlineData(InvoiceType.OneOff, 5, true)]
    [InlineData(InvoiceType.Credit, 5, true)]
    [InlineData(InvoiceType.Subscription, 5, false)]
    [InlineData(InvoiceType.Subscription, 0, true)]
    public void Invoice_WhenNobodyWaitsForIt_FinalizesItself(InvoiceType type, int due, bool expected) =>
        Create(Given.Bill(due, type), Given.Customer(), Given.Subscription()).Value.FinalizesItself.ShouldBe(expected);

    [Fact]
    public void Invoice_WhenFinalized_HasNumberAddresseeAndEndOfRetention()
    {
        var customer = Given.Customer();
        var invoice = Given.Draft(customer: customer);
        var retention = RetentionPolicy.Undecided(Given.Scope, Given.At(0));
        retention.Decide(6, Given.At(0));

        invoice.Finalize("INV-000007", BillTo.Of(customer), retention, Given.At(2)).ShouldBeNull();

        invoice.Status.ShouldBe(InvoiceStatus.Finalized);
        invoice.InvoiceNumber.ShouldBe("INV-000007");
        invoice.BillTo.Name.ShouldBe(customer.Name);
        invoice.FinalizedAt.ShouldBe(Given.Noon.AddMinutes(2));
        invoice.RetentionYears.ShouldBe(6);
        invoice.RetainedUntil.ShouldBe(new DateTimeOffset(2033, 1, 1, 0, 0, 0, TimeSpan.Zero));
        invoice.PaymentStatus.ShouldBe(PaymentStatus.Pending);
        invoice.PaidAt.ShouldBeNull();
        invoice.TakeEvents().ShouldBe([new InvoiceFinalized(invoice.Id, customer.Id, Given.Noon.AddMinutes(2))]);
        invoice.Finalize("INV-000008", BillTo.Empty, retention, Given.At(3)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        invoice.InvoiceNumber.ShouldBe("INV-000007");
        invoice.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Invoice_WhenNothingIsDue_IsPaidAsSoonAsItIsFinalized()
    {
        var invoice = Given.Issued(terms: Given.Bill(0));

        invoice.PaymentStatus.ShouldBe(PaymentStatus.Succeeded);
        invoice.PaidAt.ShouldBe(Given.Noon);
        invoice.Payments.ShouldBeEmpty();
    }

    [Fact]
    public void Void_WhenNothingWasPaid_TakesTheInvoiceBackOnce()
    {
        foreach (var invoice in new[] { Given.Draft(), Given.Issued() })
        {
            invoice.Void(Given.At(2)).ShouldBeNull();

            invoice.Status.ShouldBe(InvoiceStatus.Voided);
            invoice.VoidedAt.ShouldBe(Given.Noon.AddMinutes(2));
            invoice.TakeEvents().ShouldBe([new InvoiceVoided(invoice.Id, Given.CustomerId('1'), Given.Noon.AddMinutes(2))]);
            invoice.Void(Given.At(3)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
            invoice.VoidedAt.ShouldBe(Given.Noon.AddMinutes(2));
        }
    }

    [Fact]
    public void Void_WhenSomethingWasPaid_IsRefused()
    {
        var invoice = Given.Issued();
        invoice.RecordPayment(Given.PaymentId(), PaymentStatus.Pending, 0.01m, Given.At(1)).ShouldBeNull();

        invoice.Void(Given.At(2)).ShouldNotBeNull().Details.ShouldContainKey("amount_paid");

        invoice.Status.ShouldBe(InvoiceStatus.Finalized);
    }

    [Fact]
    public void Counter_WhenAsked_GivesEveryNumberOnceWithoutAGap()
    {
        var counter = InvoiceCounter.Open(Given.Scope);

        counter.Next().ShouldBe("INV-000001");
        counter.Next().ShouldBe("INV-000002");
        counter.LastNumber.ShouldBe(2);
        counter.TenantId.ShouldBe(Given.Scope.TenantId);
        counter.EnvironmentId.ShouldBe(Given.Scope.EnvironmentId);
    }

    [Theory]
    [InlineData("nothing", true)]
    [InlineData("inv_01J00000000000000000000001", false)]
    public void NotFound_WhenTheIdIsOfAnotherKind_SaysWhatIdsLookLike(string id, bool hasHint) =>
        InvoiceErrors.NotFound(id).Details.ContainsKey("hint").ShouldBe(hasHint);

    private static Result<Invoice> Create(InvoiceTerms terms, Domain.Customers.Customer? customer = null, Subscription? subscription = null) =>
        Invoice.Create(Given.Scope, Given.InvoiceId(), customer ?? Given.Customer(), subscription, terms, LineId, Given.At(0));

    private static InvoiceLineItemId LineId() => InvoiceLineItemId.From(Given.Id("inv_line", '1'));
}
