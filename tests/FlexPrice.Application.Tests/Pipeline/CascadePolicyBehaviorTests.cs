using FlexPrice.Application.Pipeline;
using FlexPrice.Application.Subscriptions;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Tests.Pipeline;

public sealed class CascadePolicyBehaviorTests
{
    private readonly CascadeBench _bench = new();
    private readonly RemoveHandler _handler = new();

    [Fact]
    public async Task Command_WhenNothingBlocks_GivesThePlanToTheHandler()
    {
        (await SendAsync(RemoveCommand.Of(_bench.Customer))).Error.ShouldBeNull();

        _handler.Calls.ShouldBe(1);
        _handler.Plan.ShouldNotBeNull().Root.Id.ShouldBe(_bench.Customer.Id);
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
        error.Message.ShouldBe(SubscriptionsEdge.FlexPriceMessage);
        error.Details["blockers"].ShouldBeAssignableTo<IReadOnlyList<Blocker>>().ShouldNotBeNull()
            .Select(blocker => blocker.Edge).ShouldBe(["subscriptions", "wallets", "child_customers", "legal_hold"]);
        _handler.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Command_WhenTheQuestionIsWrong_IsRefusedBeforeTheHandler()
    {
        var error = (await SendAsync(RemoveCommand.Of(_bench.Customer, ("wallet", "forfeit")))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Validation);
        _handler.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Command_WhenTheKeyHasDeletedTooMuch_IsStopped()
    {
        for (var i = 0; i < DeletionPolicy.DefaultDeletionsPerHour; i++)
        {
            _bench.Deletions.Stored.Add(Deletion.Begin(Given.Scope, Ask.Deletion, Given.CustomerId('2'), null, "digest", [], hasWorkAfterCommit: false, Given.At(0), "key_test"));
        }

        var error = (await SendAsync(RemoveCommand.Of(_bench.Customer))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.TooManyRequests);
        _handler.Calls.ShouldBe(0);
        _bench.Has("wallets.inspect", Row.Wallet("active"));
        (await SendAsync(RemoveCommand.Of(_bench.Customer))).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation, "Blockers are named all the same");
    }

    [Fact]
    public async Task Command_WhenThisOneAsksNothing_PassesWithoutAnInventory()
    {
        (await SendAsync(new RemoveCommand(Cascade: null))).Error.ShouldBeNull();

        _handler.Calls.ShouldBe(1);
        _handler.Plan.ShouldBeNull();
        _bench.Store.Inspected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Command_WhenPlanned_CountsNoVolumes()
    {
        await SendAsync(RemoveCommand.Of(_bench.Customer));

        _bench.Store.Inspected.Select(inspection => inspection.Name).ShouldContain("usage.inspect");
        _bench.Store.Inspected.Select(inspection => inspection.Name).ShouldNotContain("usage.inspect_with_volumes");
    }

    [Fact]
    public async Task Handler_WhenItIsCalledWithoutThePipeline_Refuses() => await Should.ThrowAsync<InvalidOperationException>(
        () => ((IRequestHandler<RemoveCommand, CommandResult<DeletionId>>)_handler).Handle(RemoveCommand.Of(_bench.Customer), default));

    private Task<CommandResult<DeletionId>> SendAsync(RemoveCommand command) =>
        new CascadePolicyBehavior<RemoveCommand, CommandResult<DeletionId>>(_bench.Planner, _bench.Breaker, _handler)
            .Handle(command, default, () => throw new InvalidOperationException("It is the last one."));
}
