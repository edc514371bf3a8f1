using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Subscriptions;
using FlexPrice.Application.Subscriptions.CancelSubscription;
using FlexPrice.Application.Subscriptions.EndDueSubscriptions;
using FlexPrice.Application.Subscriptions.GetSubscription;
using FlexPrice.Application.Subscriptions.SearchSubscriptions;
using FlexPrice.Application.Subscriptions.UpdateSubscription;
using FlexPrice.Application.Tests.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Tests.Subscriptions;

public sealed class SubscriptionHandlersTests
{
    private const string Unknown = "subs_01J00000000000000000000008";

    private static readonly string Id = Given.Id("subs", '1');

    private readonly CustomerBench _bench = new(Given.Customer('1'), Given.Customer('2'), Given.ArchivedCustomer('9'));
    private readonly Subscription _subscription = Given.Subscription();
    private readonly InMemoryRepository<Subscription> _subscriptions;

    public SubscriptionHandlersTests() => _subscriptions = new InMemoryRepository<Subscription>(_subscription);

    [Theory]
    [InlineData("immediate", SubscriptionStatus.Cancelled, false)]
    [InlineData("end_of_period", SubscriptionStatus.Active, true)]
    public async Task Cancel_WhenRunning_EndsNowOrWithThePeriod(string type, SubscriptionStatus status, bool atPeriodEnd)
    {
        (await CancelAsync(Id, type)).Id.Value.ShouldBe(Id);

        _subscription.Status.ShouldBe(status);
        _subscription.CancelAtPeriodEnd.ShouldBe(atPeriodEnd);
    }

    [Fact]
    public async Task Cancel_WhenCancelled_IsRefused()
    {
        await CancelAsync(Id, "immediate");

        (await CancelAsync(Id, "immediate")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Fact]
    public async Task Payer_WhenNamed_PaysFromNowOn_AndEmptyTakesItBack()
    {
        await UpdateAsync(Id, Given.CustomerId('2').Value);
        _subscription.InvoicingCustomerId.ShouldBe(Given.CustomerId('2'));
        await UpdateAsync(Id, "");
        _subscription.InvoicingCustomerId.ShouldBeNull();
    }

    [Fact]
    public async Task Payer_WhenUnknownOrArchived_IsRefused()
    {
        (await UpdateAsync(Id, "nobody")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await UpdateAsync(Id, Given.CustomerId('9').Value)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData(Unknown)]
    public async Task Subscription_WhenUnknown_IsNotFoundEverywhere(string id)
    {
        (await CancelAsync(id, "immediate")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await UpdateAsync(id, "")).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
        (await GetAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Get_WhenKnown_AnswersIt() => (await GetAsync(Id)).Value.ShouldBe(_subscription);

    [Fact]
    public async Task EndDue_WhenTheEndHasCome_EndsThoseAndCountsThem()
    {
        _subscription.CancelAtEndOfPeriod(Given.At(1));
        _subscriptions.Stored.Add(Start('2', Given.Customer('1')));
        _bench.Clock.SetUtcNow(_subscription.CurrentPeriodEnd);

        (await EndDueAsync(10)).ShouldBe(1);
        (await EndDueAsync(10)).ShouldBe(0);

        _subscription.Status.ShouldBe(SubscriptionStatus.Cancelled);
        _subscriptions.Stored[1].Status.ShouldBe(SubscriptionStatus.Active);
    }

    [Fact]
    public async Task EndDue_WhenMoreAreDueThanTheLimit_LeavesTheRest()
    {
        var other = Start('2', Given.Customer('1'), Given.At(3).At);
        _subscriptions.Stored.Add(other);
        _subscriptions.Stored.Add(Start('3', Given.Customer('1'), Given.At(3).At));

        (await EndDueAsync(1)).ShouldBe(1);

        other.Status.ShouldBe(SubscriptionStatus.Cancelled);
        _subscriptions.Stored[2].Status.ShouldBe(SubscriptionStatus.Active);
    }

    [Fact]
    public async Task Search_WhenNothingIsAsked_FindsActiveOnesNewestFirst()
    {
        _subscriptions.Stored.Add(Start('2', Given.Customer('2')));
        var cancelled = Start('3', Given.Customer('2'));
        cancelled.CancelNow(Given.At(1));
        _subscriptions.Stored.Add(cancelled);

        await ShouldFindAsync("21", new SearchSubscriptionsQuery(null, null, null, null, new Paging(0, 0)));
        await ShouldFindAsync("21", new SearchSubscriptionsQuery("", "", [], [], new Paging(0, 0)));
        await ShouldFindAsync("3", new SearchSubscriptionsQuery(null, null, null, ["cancelled", "draft"], new Paging(0, 0)));
        await ShouldFindAsync("1", new SearchSubscriptionsQuery(null, null, null, null, new Paging(1, 1)));
    }

    [Fact]
    public async Task Search_WhenCustomersOrIdsAreNamed_FindsOnlyTheirs()
    {
        _subscriptions.Stored.Add(Start('2', Given.Customer('2')));

        await ShouldFindAsync("2", new SearchSubscriptionsQuery(Given.CustomerId('2').Value, null, null, null, new Paging(0, 0)));
        await ShouldFindAsync("", new SearchSubscriptionsQuery("nobody", null, null, null, new Paging(0, 0)));
        await ShouldFindAsync("1", new SearchSubscriptionsQuery(null, "ext-1", null, null, new Paging(0, 0)));
        await ShouldFindAsync("1", new SearchSubscriptionsQuery(null, null, [Id, "nothing"], null, new Paging(0, 0)));
    }

    [Fact]
    public async Task Search_WhenPlanPeriodPayerOrParentIsNamed_FindsOnlyThose()
    {
        var everything = new SearchSubscriptionsQuery(null, null, null, null, new Paging(0, 0));
        var payer = _bench.Customers.Stored.First();
        _subscriptions.Stored.Add(Subscription.Start(
            Given.Scope,
            SubscriptionId.From(Given.Id("subs", '2')),
            Given.Customer('2'),
            payer,
            Given.Terms() with { PlanId = "plan_2", Period = BillingPeriod.Annual, ParentSubscriptionId = SubscriptionId.From(Id) },
            SubscriptionStatus.Active,
            Given.At(0)).Value);

        await ShouldFindAsync("21", everything);
        await ShouldFindAsync("2", everything with { PlanId = "plan_2" });
        await ShouldFindAsync("", everything with { PlanId = "plan_3" });
        await ShouldFindAsync("2", everything with { BillingPeriods = ["ANNUAL", "DAILY"] });
        await ShouldFindAsync("2", everything with { InvoicingCustomerIds = [payer.Id.Value, "nobody"] });
        await ShouldFindAsync("", everything with { InvoicingCustomerIds = ["nobody"] });
        await ShouldFindAsync("2", everything with { ParentSubscriptionIds = [Id] });
    }

    [Fact]
    public async Task Search_WhenTheExternalIdIsNobodys_IsNotFound() =>
        (await SearchAsync(new SearchSubscriptionsQuery(null, "ext-8", null, null, new Paging(0, 0)))).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);

    private static Subscription Start(char last, Customer customer, DateTimeOffset? end = null) => Subscription.Start(
        Given.Scope,
        SubscriptionId.From(Given.Id("subs", last)),
        customer,
        null,
        Given.Terms() with { EndDate = end },
        SubscriptionStatus.Active,
        Given.At(0)).Value;

    private Task<CommandResult<SubscriptionId>> CancelAsync(string id, string type) =>
        new CancelSubscriptionHandler(_subscriptions, _bench.Locks, _bench.Caller, _bench.Clock).HandleAsync(new CancelSubscriptionCommand(id, type), default);

    private Task<CommandResult<SubscriptionId>> UpdateAsync(string id, string payer) =>
        new UpdateSubscriptionHandler(_subscriptions, new PayerResolver(_bench.Customers), _bench.Locks, _bench.Caller, _bench.Clock).HandleAsync(new UpdateSubscriptionCommand(id, payer), default);

    private Task<Result<Subscription>> GetAsync(string id) => new GetSubscriptionHandler(_subscriptions).HandleAsync(new GetSubscriptionQuery(id), default);

    private async Task<int> EndDueAsync(int limit) =>
        (await new EndDueSubscriptionsHandler(_subscriptions, _bench.Locks, _bench.Caller, _bench.Clock).HandleAsync(new EndDueSubscriptionsCommand(limit), default)).Value;

    private Task<Result<Page<Subscription>>> SearchAsync(SearchSubscriptionsQuery query) =>
        new SearchSubscriptionsHandler(_subscriptions, _bench.Resolver).HandleAsync(query, default);

    private async Task ShouldFindAsync(string lastLetters, SearchSubscriptionsQuery query) =>
        string.Concat((await SearchAsync(query)).Value.Items.Select(subscription => subscription.Id.Value[^1])).ShouldBe(lastLetters);
}
