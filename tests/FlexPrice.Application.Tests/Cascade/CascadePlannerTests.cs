using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Cascade;

public sealed class CascadePlannerTests
{
    private readonly CascadeBench _bench = new();

    [Fact]
    public async Task Plan_WhenNothingIsChosen_TakesTheProductsDefaultOfEveryEdge()
    {
        var plan = (await _bench.PlanAsync()).Value;

        plan.Edges.Select(edge => edge.Edge).ShouldBe(CascadeOrder.Edges);
        plan.Edges.ShouldAllBe(edge => edge.Source == ActionSource.Product);
        (string Edge, string Action)[] expected =
        [
            ("subscriptions", "block"),
            ("draft_invoices", "discard"),
            ("outstanding_invoices", "block"),
            ("retained_invoices", "retain"),
            ("wallets", "block"),
            ("usage", "retain"),
            ("workflows", "stop"),
            ("child_customers", "block"),
            ("integrations", "erase"),
            ("legal_hold", "block"),
        ];
        plan.Edges.Select(edge => (edge.Edge, edge.Action)).Intersect(expected).ShouldBe(expected);
        plan.Deletable.ShouldBeTrue();
        plan.Refusal().ShouldBeNull();
    }

    [Fact]
    public async Task Plan_WhenTheRequestChooses_SaysSo()
    {
        _bench.EnvironmentDecides(new EdgePolicy("wallets", "forfeit", []), new EdgePolicy("usage", "retain", ["erase"]));

        var plan = (await _bench.PlanAsync(("subscriptions", "cancel_now"), ("usage", "erase"))).Value;

        plan.Edges.Where(edge => edge.Source != ActionSource.Product).Select(edge => (edge.Action, edge.Source)).ShouldBe(
            [("cancel_now", ActionSource.Request), ("forfeit", ActionSource.Environment), ("erase", ActionSource.Request)]);
    }

    [Fact]
    public async Task Plan_WhenAParameterIsUnknown_NamesItAndTheEdges()
    {
        var error = (await _bench.PlanAsync(("wallet", "forfeit"))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Validation);
        error.Details["wallet"].ShouldBe($"There is no such parameter here. Allowed: {string.Join(", ", CascadeBench.Edges.QueryParameters)}.");
    }

    [Fact]
    public async Task Plan_WhenAParameterOfADeletionIsUnknown_NamesThePlanDigestToo()
    {
        var command = new DeleteCustomerCommand(_bench.Customer.Id.Value, new Dictionary<string, string> { ["wallet"] = "forfeit" }, PlanDigest: null);

        var error = (await _bench.Planner.PlanAsync(command.Cascade, default)).Error.ShouldNotBeNull();

        error.Details["wallet"].ShouldBeOfType<string>().ShouldEndWith(", legal_hold, plan_digest.");
    }

    [Fact]
    public async Task Plan_WhenAnActionIsUnknown_NamesTheAllowed() =>
        (await _bench.PlanAsync(("wallets", "burn"))).Error.ShouldNotBeNull().Details["wallets"].ShouldBe("'burn' is not an action of wallets. Allowed: block, forfeit, refund.");

    [Fact]
    public async Task Plan_WhenTheEnvironmentForbidsAnAction_NamesTheAllowed()
    {
        _bench.EnvironmentDecides(new EdgePolicy("wallets", "block", []));

        var error = (await _bench.PlanAsync(("wallets", "forfeit"))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Validation);
        error.Details["wallets"].ShouldBeOfType<Hint>().ToString().ShouldContain("Allowed: block.");
    }

    [Theory]
    [InlineData(CascadeIntent.Archive, "end_with_period")]
    [InlineData(CascadeIntent.Publish, "take_back_end")]
    public async Task Plan_WhenNotDeleting_TouchesSubscriptionsOnlyAndNothingBlocks(CascadeIntent intent, string action)
    {
        _bench.EnvironmentDecides(new EdgePolicy("subscriptions", "block", []));
        _bench.Has("subscriptions.inspect", Row.Owned("active"), Row.PaidFor("active"));
        _bench.Has("legal_hold.inspect", Row.Hold("in_force"));

        var plan = (await _bench.PlanAsync(intent, null)).Value;

        plan.Edges.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            edge => edge.Action.ShouldBe(action),
            edge => edge.Source.ShouldBe(ActionSource.Product),
            edge => edge.Count.ShouldBe(1));
        plan.Deletable.ShouldBeTrue();
    }

    [Fact]
    public async Task Plan_WhenTheDigestIsConfirmed_Stands()
    {
        _bench.Has("wallets.inspect", Row.Wallet("active"));
        var digest = (await _bench.PlanAsync()).Value.Digest;

        digest.ShouldMatch("^sha256:[0-9a-f]{64}$");
        (await _bench.PlanAsync(CascadeIntent.Delete, digest)).Value.Digest.ShouldBe(digest);
    }

    [Fact]
    public async Task Plan_WhenTheWorldMovedSinceTheDigest_IsRefusedWithTheNewOne()
    {
        var digest = (await _bench.PlanAsync()).Value.Digest;
        _bench.Has("wallets.inspect", Row.Wallet("active"));

        var error = (await _bench.PlanAsync(CascadeIntent.Delete, digest)).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.VersionConflict);
        error.Details["current_digest"].ShouldBe((await _bench.PlanAsync()).Value.Digest);
    }

    [Fact]
    public async Task Plan_WhenItIsShown_CountsUsageAndLocksNothing()
    {
        await _bench.Planner.PlanAsync(new CascadeRequest(new CustomerReference(_bench.Customer.Id.Value), CascadeIntent.Delete, new Dictionary<string, string>()), default);

        _bench.Store.Inspected.Select(statement => statement.Name).ShouldContain("usage.inspect_with_volumes");
        _bench.Store.Applied.ShouldBeEmpty();
        _bench.Locks.ReceivedCalls().ShouldBeEmpty();
    }

    [Fact]
    public async Task Plan_WhenItIsToBeExecuted_CountsNoUsage()
    {
        await _bench.PlanAsync();

        _bench.Store.Inspected.Select(statement => statement.Name).ShouldContain("usage.inspect");
        _bench.Store.Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task Plan_WhenTheLockOfTheFamilyIsOnTheCustomer_ReadsOnceAndLocksNobodyElse()
    {
        await _bench.PlanAsync();

        _bench.Store.FamiliesLocked.ShouldBe([_bench.Customer.Id]);
        _bench.Store.Inspected.Select(statement => statement.Name).ShouldBeUnique();
        await _bench.Locks.DidNotReceiveWithAnyArgs().LockExclusiveAsync(default!, default);
    }

    [Fact]
    public async Task Plan_WhenTheLockOfTheFamilyIsOnSomebodyElse_LocksTheCustomerAndReadsAgain()
    {
        _bench.Store.Locked = [Given.CustomerId('9')];
        var inspectedBefore = 0;
        _bench.Locks.LockExclusiveAsync(default!, default).ReturnsForAnyArgs(_ =>
        {
            inspectedBefore = _bench.Store.Inspected.Count;
            return Task.CompletedTask;
        });

        await _bench.PlanAsync();

        await _bench.Locks.Received().LockExclusiveAsync(Arg.Is<IReadOnlyCollection<CustomerId>>(ids => ids.Single() == _bench.Customer.Id), Arg.Any<CancellationToken>());
        _bench.Store.Inspected.Count.ShouldBe(2 * inspectedBefore);
        inspectedBefore.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Plan_WhenItIsNotToBeExecuted_LocksNobody()
    {
        await _bench.Planner.PlanAsync(new CascadeRequest(new CustomerReference(_bench.Customer.Id.Value), CascadeIntent.Delete, new Dictionary<string, string>(), null), default);

        _bench.Store.FamiliesLocked.ShouldBeEmpty();
        await _bench.Locks.DidNotReceiveWithAnyArgs().LockExclusiveAsync(default!, default);
    }

    [Fact]
    public async Task Plan_WhenTheCustomerIsUnknown_IsNotFound()
    {
        _bench.Store.Family.Clear();

        var error = (await _bench.PlanAsync()).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.NotFound);
        error.Details.ShouldNotContainKey("deletion_id");
    }

    [Fact]
    public async Task Plan_WhenTheCustomerWasDeleted_NamesTheDeletion()
    {
        _bench.Store.Family.Clear();
        _bench.Customers.Deletions[_bench.Customer.Id] = DeletionId.From(Given.Id("del", '1'));

        var error = (await _bench.PlanAsync()).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.NotFound);
        error.Details["deletion_id"].ShouldBe(Given.Id("del", '1'));
    }

    [Fact]
    public async Task Plan_WhenTheIdIsOfAnotherKind_IsNotFoundWithAHint()
    {
        var question = new CascadeRequest(new CustomerReference(Given.Id("subs", '1')), CascadeIntent.Delete, new Dictionary<string, string>());

        var error = (await _bench.Planner.PlanAsync(question, default)).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.NotFound);
        error.Details.ShouldContainKey("hint");
    }

    [Fact]
    public async Task Plan_WhenMade_PassesItsFailpointsInOrder()
    {
        await _bench.PlanAsync();

        _bench.Failpoints.Steps.ShouldBe([Failpoint.CascadeInspected, Failpoint.CascadeDecided]);
    }
}
