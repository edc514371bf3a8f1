using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Application.Pipeline;
using FlexPrice.Application.Tests.Deletions.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Pipeline;

public sealed class CascadePolicyBehaviorTests
{
    private readonly CascadeBench _bench = new();
    private readonly Next<CommandResult<DeletionId>> _next = new(DeletionId.From(Given.Id("del", '1')));

    [Fact]
    public async Task Command_WhenNothingBlocks_LeavesThePlanForTheHandler()
    {
        (await SendAsync(RemoveCommand.Of(_bench.Customer))).Error.ShouldBeNull();

        _next.Calls.ShouldBe(1);
        _bench.Execution.Plan.Root.Id.ShouldBe(_bench.Customer.Id);
        _bench.Store.Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task Command_WhenSeveralThingsBlock_IsRefusedWithAllBlockersAtOnce()
    {
        _bench.Has("subscriptions.inspect", Row.Owned("active"));
        _bench.Has("wallets.inspect", Row.Wallet("active"));
        _bench.Has("child_customers.inspect", Row.Child());
        _bench.Has("legal_hold.inspect", Row.Hold("in_force"));

        var error = (await SendAsync(RemoveCommand.Of(_bench.Customer))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.InvalidOperation);
        error.Message.ShouldBe(CascadePlan.SubscriptionsMessage);
        error.Details["blockers"].ShouldBeAssignableTo<IReadOnlyList<Blocker>>().ShouldNotBeNull()
            .Select(blocker => blocker.Edge).ShouldBe(["subscriptions", "wallets", "child_customers", "legal_hold"]);
        _next.Calls.ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => _bench.Execution.Plan);
    }

    [Fact]
    public async Task Command_WhenTheQuestionIsWrong_IsRefusedBeforeTheHandler()
    {
        var error = (await SendAsync(RemoveCommand.Of(_bench.Customer, ("wallet", "forfeit")))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Validation);
        _next.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Command_WhenTheKeyHasDeletedTooMuch_IsStopped()
    {
        for (var i = 0; i < CascadePolicy.DefaultDeletionsPerHour; i++)
        {
            _bench.Deletions.Stored.Add(Deletion.Begin(Given.Scope, Ask.Deletion, Given.CustomerId('2'), null, "digest", [], hasWorkAfterCommit: false, Given.At(0), "key_test"));
        }

        var error = (await SendAsync(RemoveCommand.Of(_bench.Customer))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.TooManyRequests);
        _next.Calls.ShouldBe(0);
        _bench.Has("wallets.inspect", Row.Wallet("active"));
        (await SendAsync(RemoveCommand.Of(_bench.Customer))).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation, "Blockers are named all the same");
    }

    [Fact]
    public async Task Command_WhenThisOneAsksNothing_PassesWithoutAnInventory()
    {
        (await SendAsync(new RemoveCommand(Cascade: null))).Error.ShouldBeNull();

        _next.Calls.ShouldBe(1);
        _bench.Store.Inspected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Command_WhenPlanned_CountsNoVolumes()
    {
        await SendAsync(RemoveCommand.Of(_bench.Customer));

        _bench.Store.Inspected.Select(inspection => inspection.Name).ShouldContain("usage.inspect");
        _bench.Store.Inspected.Select(inspection => inspection.Name).ShouldNotContain("usage.inspect_with_volumes");
    }

    private Task<CommandResult<DeletionId>> SendAsync(RemoveCommand command) =>
        new CascadePolicyBehavior<RemoveCommand, CommandResult<DeletionId>>(_bench.Planner, _bench.Breaker, _bench.Execution).Handle(command, default, _next.Handler);
}
