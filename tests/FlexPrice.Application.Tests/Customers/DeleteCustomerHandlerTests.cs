using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Customers;

public sealed class DeleteCustomerHandlerTests
{
    private readonly CascadeBench _bench = new();
    private readonly InMemoryRepository<Deletion> _deletions = new();
    private readonly IFences _fences = Substitute.For<IFences>();

    [Fact]
    public async Task Customer_WhenDeleted_LeavesOneRecordOfWhatWasDone()
    {
        _bench.Has("wallets.inspect", Row.Wallet("closed"));

        var result = await DeleteAsync();

        var deletion = _deletions.Stored.ShouldHaveSingleItem();
        result.Id.ShouldBe(deletion.Id);
        deletion.CustomerId.ShouldBe(_bench.Customer.Id);
        deletion.ParentDeletionId.ShouldBeNull();
        deletion.PlanDigest.ShouldBe((await _bench.PlanAsync()).Value.Digest);
        deletion.Edges.Select(edge => edge.Edge).ShouldBe(CascadeOrder.Edges);
        deletion.State.ShouldBe(DeletionState.Cleaning);
        deletion.CreatedBy.ShouldBe("key_test");
        _bench.Customers.Removed.ShouldBe([_bench.Customer.Id]);
    }

    [Fact]
    public async Task Customer_WhenUsageIsErasedAfterwards_IsCleaned()
    {
        _bench.Has("usage.inspect", Row.Subject());

        await DeleteAsync(("usage", "erase"));

        _deletions.Stored.ShouldHaveSingleItem().State.ShouldBe(DeletionState.Cleaning);
    }

    [Fact]
    public async Task Family_WhenDeleted_LeavesARecordEachThatNamesTheOneAbove()
    {
        var child = _bench.Add(Given.Customer('2', _bench.Customer));
        var grandchild = _bench.Add(Given.Customer('3', child), depth: 2);

        await DeleteAsync(("child_customers", "cascade"));

        var records = _deletions.Stored.ToDictionary(deletion => deletion.CustomerId);
        records[child.Id].ParentDeletionId.ShouldBe(records[_bench.Customer.Id].Id);
        records[grandchild.Id].ParentDeletionId.ShouldBe(records[child.Id].Id);
        _bench.Customers.Removed.ShouldBe([_bench.Customer.Id, child.Id, grandchild.Id]);
        await _fences.Received(1).RaiseAsync(
            Arg.Is<IReadOnlyDictionary<CustomerId, DeletionId>>(fenced => fenced.Count == 3 && fenced.All(pair => records[pair.Key].Id == pair.Value)),
            Given.Noon,
            Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Customer_WhenDeleted_IsRemovedAfterEverythingThatRefersToIt()
    {
        await DeleteAsync();

        _bench.Failpoints.Steps[^1].ShouldBe(Failpoint.CustomerRemoved);
        _bench.Failpoints.Steps[^2].ShouldBe(Failpoint.EdgeApplied(CascadeOrder.Edges[^1]));
    }

    [Fact]
    public async Task Command_WhenItWentThroughNoCascade_CannotBeHandled() =>
        await Should.ThrowAsync<ArgumentNullException>(() => HandleAsync(plan: null));

    [Fact]
    public void Command_WhenAsked_PassesItsChoicesToTheCascade()
    {
        var question = new DeleteCustomerCommand("cust_1", new Dictionary<string, string> { ["usage"] = "erase" }, "sha256:x").Cascade;

        question.Intent.ShouldBe(CascadeIntent.Delete);
        question.Customer.Id.ShouldBe("cust_1");
        question.Choices["usage"].ShouldBe("erase");
        question.PlanDigest.ShouldBe("sha256:x");
    }

    private async Task<CommandResult<DeletionId>> DeleteAsync(params (string Edge, string Action)[] choices)
    {
        return await HandleAsync((await _bench.PlanAsync(choices)).Value);
    }

    private DeleteCustomerCommand Command() => new(_bench.Customer.Id.Value, new Dictionary<string, string>(), null);

    private Task<CommandResult<DeletionId>> HandleAsync(CascadePlan? plan) =>
        new DeleteCustomerHandler(_bench.Executor, _bench.Customers, new DeletionRecords(_deletions, new CountingIds(), new TestCaller()), _fences, new TestCaller(), new FakeTimeProvider(Given.Noon), _bench.Failpoints)
            .HandleAsync(Command(), plan, default);
}
