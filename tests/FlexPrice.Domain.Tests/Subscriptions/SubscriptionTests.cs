using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Domain.Subscriptions.Events;

namespace FlexPrice.Domain.Tests.Subscriptions;

public sealed class SubscriptionTests
{
    [Fact]
    public void Subscription_WhenStarted_KnowsItsPeriodAndAnnouncesItself()
    {
        var customer = Given.Customer();

        var subscription = Subscription.Start(
            Given.Scope, SubscriptionId.From(Given.Id("subs", '1')), customer, null, Given.Terms(), SubscriptionStatus.Active, Given.At(0)).Value;

        subscription.CustomerId.ShouldBe(customer.Id);
        subscription.CurrentPeriodStart.ShouldBe(Given.Noon);
        subscription.CurrentPeriodEnd.ShouldBe(Given.Noon.AddMonths(1));
        subscription.TakeEvents().ShouldBe([new SubscriptionCreated(subscription.Id, customer.Id, Given.Noon)]);
    }

    [Fact]
    public void Subscription_WhenCustomerIsArchived_IsNotStarted() =>
        Subscription.Start(Given.Scope, default, Given.ArchivedCustomer(), null, Given.Terms(), SubscriptionStatus.Active, Given.At(2))
            .Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void Subscription_WhenPayerIsArchived_IsNotStarted() =>
        Subscription.Start(Given.Scope, default, Given.Customer(), Given.ArchivedCustomer(), Given.Terms(), SubscriptionStatus.Active, Given.At(2))
            .Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void Subscription_WhenCustomerPaysItself_NamesNoPayer()
    {
        Given.Subscription(Given.Customer('1')).InvoicingCustomerId.ShouldBeNull();
        Given.Subscription(Given.Customer('2')).InvoicingCustomerId.ShouldBe(Given.CustomerId('2'));
    }

    [Fact]
    public void Subscription_WhenPayerChanges_TakesTheNewUnlessArchived()
    {
        var subscription = Given.Subscription();

        subscription.ChangePayer(Given.Customer('2'), Given.At(1)).ShouldBeNull();
        subscription.InvoicingCustomerId.ShouldBe(Given.CustomerId('2'));
        subscription.ChangePayer(Given.ArchivedCustomer(), Given.At(2)).ShouldNotBeNull();
        subscription.InvoicingCustomerId.ShouldBe(Given.CustomerId('2'));
        subscription.ChangePayer(Given.Customer('1'), Given.At(3)).ShouldBeNull();
        subscription.InvoicingCustomerId.ShouldBeNull();
        subscription.ChangePayer(null, Given.At(4)).ShouldBeNull();
        subscription.InvoicingCustomerId.ShouldBeNull();
    }

    [Fact]
    public void Subscription_WhenCancelledNow_EndsAtThatMomentAndOnlyOnce()
    {
        var subscription = Given.Subscription();

        subscription.CancelNow(Given.At(5)).ShouldBeNull();

        subscription.Status.ShouldBe(SubscriptionStatus.Cancelled);
        subscription.EndDate.ShouldBe(Given.Noon.AddMinutes(5));
        subscription.CancelledAt.ShouldBe(Given.Noon.AddMinutes(5));
        subscription.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<SubscriptionCancelled>();
        subscription.CancelNow(Given.At(6)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        subscription.CancelAtEndOfPeriod(Given.At(6)).ShouldNotBeNull();
        subscription.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Subscription_WhenScheduledToEnd_KeepsRunningUntilThePeriodEnds()
    {
        var subscription = Given.Subscription();

        subscription.CancelAtEndOfPeriod(Given.At(5)).ShouldBeNull();

        subscription.Status.ShouldBe(SubscriptionStatus.Active);
        subscription.CancelAt.ShouldBe(subscription.CurrentPeriodEnd);
        subscription.CancelAtEndOfPeriod(Given.At(6)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        subscription.CancelNow(Given.At(7)).ShouldBeNull();
        subscription.CancelAtPeriodEnd.ShouldBeFalse();
    }

    [Fact]
    public void Subscription_WhenLineItemIsAdded_HoldsIt()
    {
        var subscription = Given.Subscription();

        subscription.AddLineItem(SubscriptionLineItemId.From(Given.Id("subs_line", '1')), new LineItemTerms("price_1", "Seats", 3));

        var item = subscription.LineItems.ShouldHaveSingleItem();
        item.SubscriptionId.ShouldBe(subscription.Id);
        item.TenantId.ShouldBe(subscription.TenantId);
        item.EnvironmentId.ShouldBe(subscription.EnvironmentId);
        item.PriceId.ShouldBe("price_1");
        item.DisplayName.ShouldBe("Seats");
        item.Quantity.ShouldBe(3);
    }
}
