using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Domain.Subscriptions.Events;

namespace FlexPrice.Domain.Tests.Subscriptions;

public sealed class SubscriptionTests
{
    [Fact]
    public void Subscription_WhenStarted_KnowsItsPeriodAndAnnouncesItself()
    {
        var customer = Sample.Customer();

        var subscription = Subscription.Start(
            Sample.Scope, SubscriptionId.From(Sample.Id("subs", '1')), customer, null, Sample.Terms(), SubscriptionStatus.Active, Sample.At(0)).Value;

        subscription.CustomerId.ShouldBe(customer.Id);
        subscription.CurrentPeriodStart.ShouldBe(Sample.Noon);
        subscription.CurrentPeriodEnd.ShouldBe(Sample.Noon.AddMonths(1));
        subscription.TakeEvents().ShouldBe([new SubscriptionCreated(subscription.Id, customer.Id, Sample.Noon)]);
    }

    [Fact]
    public void Subscription_WhenCustomerIsArchived_IsNotStarted() =>
        Subscription.Start(Sample.Scope, default, Sample.ArchivedCustomer(), null, Sample.Terms(), SubscriptionStatus.Active, Sample.At(2))
            .Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void Subscription_WhenPayerIsArchived_IsNotStarted() =>
        Subscription.Start(Sample.Scope, default, Sample.Customer(), Sample.ArchivedCustomer(), Sample.Terms(), SubscriptionStatus.Active, Sample.At(2))
            .Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void Subscription_WhenCustomerPaysItself_NamesNoPayer()
    {
        Sample.Subscription(Sample.Customer('1')).InvoicingCustomerId.ShouldBeNull();
        Sample.Subscription(Sample.Customer('2')).InvoicingCustomerId.ShouldBe(Sample.CustomerId('2'));
    }

    [Fact]
    public void Subscription_WhenPayerChanges_TakesTheNewUnlessArchived()
    {
        var subscription = Sample.Subscription();

        subscription.ChangePayer(Sample.Customer('2'), Sample.At(1)).ShouldBeNull();
        subscription.InvoicingCustomerId.ShouldBe(Sample.CustomerId('2'));
        subscription.ChangePayer(Sample.ArchivedCustomer(), Sample.At(2)).ShouldNotBeNull();
        subscription.InvoicingCustomerId.ShouldBe(Sample.CustomerId('2'));
        subscription.ChangePayer(Sample.Customer('1'), Sample.At(3)).ShouldBeNull();
        subscription.InvoicingCustomerId.ShouldBeNull();
        subscription.ChangePayer(null, Sample.At(4)).ShouldBeNull();
        subscription.InvoicingCustomerId.ShouldBeNull();
    }

    [Fact]
    public void Subscription_WhenCancelledNow_EndsAtThatMomentAndOnlyOnce()
    {
        var subscription = Sample.Subscription();

        subscription.CancelNow(Sample.At(5)).ShouldBeNull();

        subscription.Status.ShouldBe(SubscriptionStatus.Cancelled);
        subscription.EndDate.ShouldBe(Sample.Noon.AddMinutes(5));
        subscription.CancelledAt.ShouldBe(Sample.Noon.AddMinutes(5));
        subscription.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<SubscriptionCancelled>();
        subscription.CancelNow(Sample.At(6)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        subscription.CancelAtEndOfPeriod(Sample.At(6)).ShouldNotBeNull();
        subscription.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Subscription_WhenScheduledToEnd_KeepsRunningUntilThePeriodEnds()
    {
        var subscription = Sample.Subscription();

        subscription.CancelAtEndOfPeriod(Sample.At(5)).ShouldBeNull();

        subscription.Status.ShouldBe(SubscriptionStatus.Active);
        subscription.CancelAt.ShouldBe(subscription.CurrentPeriodEnd);
        subscription.CancelAtEndOfPeriod(Sample.At(6)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        subscription.CancelNow(Sample.At(7)).ShouldBeNull();
        subscription.CancelAtPeriodEnd.ShouldBeFalse();
    }

    [Fact]
    public void Subscription_WhenLineItemIsAdded_HoldsIt()
    {
        var subscription = Sample.Subscription();

        subscription.AddLineItem(SubscriptionLineItemId.From(Sample.Id("subs_line", '1')), new LineItemTerms("price_1", "Seats", 3));

        var item = subscription.LineItems.ShouldHaveSingleItem();
        item.SubscriptionId.ShouldBe(subscription.Id);
        item.TenantId.ShouldBe(subscription.TenantId);
        item.EnvironmentId.ShouldBe(subscription.EnvironmentId);
        item.PriceId.ShouldBe("price_1");
        item.DisplayName.ShouldBe("Seats");
        item.Quantity.ShouldBe(3);
    }
}
