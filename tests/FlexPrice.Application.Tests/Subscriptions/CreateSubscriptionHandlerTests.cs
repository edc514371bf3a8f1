using FlexPrice.Application.Subscriptions;
using FlexPrice.Application.Subscriptions.CreateSubscription;
using FlexPrice.Application.Tests.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Tests.Subscriptions;

public sealed class CreateSubscriptionHandlerTests
{
    private static readonly CreateSubscriptionCommand Good = new()
    {
        Customer = new CustomerReference(Given.CustomerId('1').Value),
        PlanId = "plan_1",
        Currency = "EUR",
        BillingPeriod = "QUARTERLY",
    };

    private readonly CustomerBench _bench = new(Given.Customer('1'), Given.Customer('2'), Given.ArchivedCustomer('9'));
    private readonly InMemoryRepository<Subscription> _subscriptions = new();

    [Fact]
    public async Task Subscription_WhenNothingElseIsSaid_BeginsNowAndActive()
    {
        var result = await CreateAsync(Good);

        var subscription = _subscriptions.Stored.ShouldHaveSingleItem();
        result.Id.ShouldBe(subscription.Id);
        subscription.CustomerId.ShouldBe(Given.CustomerId('1'));
        subscription.InvoicingCustomerId.ShouldBeNull();
        subscription.ParentSubscriptionId.ShouldBeNull();
        subscription.Currency.ShouldBe("eur");
        subscription.Status.ShouldBe(SubscriptionStatus.Active);
        subscription.BillingPeriod.ShouldBe(BillingPeriod.Quarterly);
        subscription.BillingPeriodCount.ShouldBe(1);
        subscription.StartDate.ShouldBe(Given.At(5).At);
        subscription.EndDate.ShouldBeNull();
        subscription.LineItems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Subscription_WhenEverythingIsSaid_HasIt()
    {
        _subscriptions.Stored.Add(Given.Subscription());

        await CreateAsync(Good with
        {
            BillingPeriodCount = 2,
            StartDate = Given.Noon.ToOffset(TimeSpan.FromHours(2)),
            EndDate = Given.Noon.AddYears(1),
            SubscriptionStatus = "draft",
            InvoicingCustomerId = Given.CustomerId('2').Value,
            ParentSubscriptionId = Given.Id("subs", '1'),
            Metadata = new Dictionary<string, string> { ["a"] = "b" },
            LineItems = [new LineItemTerms("price_1", "Seats", 3)],
        });

        var subscription = _subscriptions.Stored[^1];
        subscription.StartDate.ShouldBe(Given.Noon);
        subscription.StartDate.Offset.ShouldBe(TimeSpan.Zero);
        subscription.EndDate.ShouldBe(Given.Noon.AddYears(1));
        subscription.Status.ShouldBe(SubscriptionStatus.Draft);
        subscription.BillingPeriodCount.ShouldBe(2);
        subscription.InvoicingCustomerId.ShouldBe(Given.CustomerId('2'));
        subscription.ParentSubscriptionId.ShouldBe(SubscriptionId.From(Given.Id("subs", '1')));
        subscription.Metadata.ShouldNotBeNull()["a"].ShouldBe("b");
        subscription.LineItems.ShouldHaveSingleItem().Quantity.ShouldBe(3);
    }

    [Fact]
    public async Task Customer_WhenBothIdsAreSent_OursWins() =>
        (await CreateAsync(Good with { Customer = new CustomerReference(Given.CustomerId('1').Value, "ext-of-nobody") })).Error.ShouldBeNull();

    [Fact]
    public async Task Customer_WhenUnknown_IsNotFound() =>
        await ShouldRefuseAsync(ErrorKind.NotFound, Good with { Customer = new CustomerReference(null, "ext-8") });

    [Fact]
    public async Task Customer_WhenArchived_IsRefused() =>
        await ShouldRefuseAsync(ErrorKind.InvalidOperation, Good with { Customer = new CustomerReference(Given.CustomerId('9').Value) });

    [Theory]
    [InlineData("nobody")]
    [InlineData("cust_01J00000000000000000000008")]
    public async Task Payer_WhenUnknown_IsNotFound(string payer) =>
        await ShouldRefuseAsync(ErrorKind.NotFound, Good with { InvoicingCustomerId = payer });

    [Fact]
    public async Task Payer_WhenArchived_IsRefused() =>
        await ShouldRefuseAsync(ErrorKind.InvalidOperation, Good with { InvoicingCustomerId = Given.CustomerId('9').Value });

    [Theory]
    [InlineData("nothing")]
    [InlineData("subs_01J00000000000000000000008")]
    public async Task Parent_WhenUnknown_IsNotFound(string parent) =>
        await ShouldRefuseAsync(ErrorKind.NotFound, Good with { ParentSubscriptionId = parent });

    private async Task ShouldRefuseAsync(ErrorKind kind, CreateSubscriptionCommand command)
    {
        (await CreateAsync(command)).Error.ShouldNotBeNull().Kind.ShouldBe(kind);
        _subscriptions.Stored.ShouldBeEmpty();
    }

    private Task<CommandResult<SubscriptionId>> CreateAsync(CreateSubscriptionCommand command) =>
        new CreateSubscriptionHandler(_subscriptions, _bench.Resolver, new PayerResolver(_bench.Customers), _bench.Ids, _bench.Caller, _bench.Clock).HandleAsync(command, default);
}
