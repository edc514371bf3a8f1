using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Subscriptions.CancelSubscription;
using FlexPrice.Application.Subscriptions.CreateSubscription;
using FlexPrice.Application.Subscriptions.EndDueSubscriptions;
using FlexPrice.Application.Subscriptions.SearchSubscriptions;
using FlexPrice.Application.Subscriptions.UpdateSubscription;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Subscriptions;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Subscriptions;

public sealed class SubscriptionValidatorsTests
{
    private static readonly CreateSubscriptionCommand Good = new()
    {
        Customer = new CustomerReference("cust_1"),
        PlanId = "plan_1",
        Currency = "EUR",
        BillingPeriod = "MONTHLY",
    };

    private readonly CreateSubscriptionValidator _create = new(new FakeTimeProvider(Given.Noon));

    [Fact]
    public void Create_WhenRight_Passes()
    {
        _create.WrongFieldsOf(Good).ShouldBeEmpty();
        _create.WrongFieldsOf(Good with
        {
            BillingPeriodCount = 12,
            StartDate = Given.Noon,
            EndDate = Given.Noon.AddDays(1),
            SubscriptionStatus = "trialing",
            Metadata = new Dictionary<string, string> { ["a"] = "b" },
            LineItems = [new LineItemTerms("price_1", "Seats", 0.5m)],
        }).ShouldBeEmpty();
    }

    [Fact]
    public void Create_WhenNothingIsSaid_NamesEverythingRequired() =>
        _create.WrongFieldsOf(new CreateSubscriptionCommand()).ShouldBe(["customer_id", "plan_id", "currency", "billing_period"]);

    [Fact]
    public void Create_WhenFieldsAreWrong_NamesThemAtOnce() =>
        _create.WrongFieldsOf(Good with
        {
            Currency = "E1R",
            BillingPeriod = "FORTNIGHTLY",
            BillingPeriodCount = 0,
            StartDate = new DateTimeOffset(1969, 12, 31, 0, 0, 0, TimeSpan.Zero),
            EndDate = new DateTimeOffset(2201, 1, 1, 0, 0, 0, TimeSpan.Zero),
            SubscriptionStatus = "cancelled",
            Metadata = new Dictionary<string, string> { ["a"] = null! },
        }).ShouldBe(["currency", "billing_period", "billing_period_count", "start_date", "end_date", "subscription_status", "metadata"]);

    [Fact]
    public void Create_WhenItEndsBeforeItBegins_NamesTheEnd()
    {
        _create.WrongFieldsOf(Good with { StartDate = Given.Noon.AddDays(2), EndDate = Given.Noon.AddDays(2) }).ShouldBe(["end_date"]);
        _create.WrongFieldsOf(Good with { EndDate = Given.Noon }).ShouldBe(["end_date"]);
    }

    [Fact]
    public void Create_WhenLineItemsAreWrong_NamesEachWithItsPlace()
    {
        _create.WrongFieldsOf(Good with { LineItems = [new LineItemTerms("price_1", "", 1), new LineItemTerms("", new string('x', 256), 0), null!] })
            .ShouldBe(["line_items[1].price_id", "line_items[1].display_name", "line_items[1].quantity", "line_items[2]"], ignoreOrder: true);
        _create.WrongFieldsOf(Good with { LineItems = [.. Enumerable.Repeat(new LineItemTerms("price_1", "", 1), 101)] }).ShouldBe(["line_items"]);
    }

    [Theory]
    [InlineData("immediate", true)]
    [InlineData("end_of_period", true)]
    [InlineData("now", false)]
    [InlineData(null, false)]
    public void Cancel_WhenTheTypeIsUnknown_NamesIt(string? type, bool isRight) =>
        new CancelSubscriptionValidator().WrongFieldsOf(new CancelSubscriptionCommand("subs_1", type)).ShouldBe(isRight ? [] : ["cancellation_type"]);

    [Fact]
    public void Cancel_WhenNothingIsNamed_NamesTheField() =>
        new CancelSubscriptionValidator().WrongFieldsOf(new CancelSubscriptionCommand("", "immediate")).ShouldBe(["id"]);

    [Theory]
    [InlineData("", true)]
    [InlineData("cust_1", true)]
    [InlineData(null, false)]
    public void Update_WhenThePayerIsAbsent_NamesIt(string? payer, bool isRight) =>
        new UpdateSubscriptionValidator().WrongFieldsOf(new UpdateSubscriptionCommand("subs_1", payer)).ShouldBe(isRight ? [] : ["invoicing_customer_id"]);

    [Fact]
    public void Search_WhenRight_Passes() =>
        new SearchSubscriptionsValidator().WrongFieldsOf(new SearchSubscriptionsQuery(null, null, ["subs_1"], ["active", "draft"], new Paging(0, 0))).ShouldBeEmpty();

    [Fact]
    public void Search_WhenFieldsAreWrong_NamesThemAtOnce() =>
        new SearchSubscriptionsValidator()
            .WrongFieldsOf(new SearchSubscriptionsQuery(null, null, [null!], ["active", null!], new Paging(-1, 0)))
            .ShouldBe(["subscription_ids", "subscription_status", "limit"]);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(EndDueSubscriptionsCommand.MaximumLimit, true)]
    [InlineData(EndDueSubscriptionsCommand.MaximumLimit + 1, false)]
    public void EndDue_WhenTheLimitIsOutOfRange_NamesIt(int limit, bool isRight) =>
        new EndDueSubscriptionsValidator().WrongFieldsOf(new EndDueSubscriptionsCommand(limit)).ShouldBe(isRight ? [] : ["limit"]);
}
