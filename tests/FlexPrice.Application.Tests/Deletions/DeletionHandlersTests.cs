using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Deletions.DecideDeletionPolicy;
using FlexPrice.Application.Deletions.GetDeletion;
using FlexPrice.Application.Deletions.GetDeletionPlan;
using FlexPrice.Application.Deletions.GetDeletionPolicy;
using FlexPrice.Application.Deletions.SearchDeletions;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Deletions;

public sealed class DeletionHandlersTests
{
    private readonly CascadeBench _bench = new();
    private readonly InMemoryRepository<Deletion> _deletions = new(Record('1', '1', minute: 1), Record('2', '2', minute: 2));

    [Fact]
    public async Task Policy_WhenDecidedForTheFirstTime_IsAdded()
    {
        (await DecideAsync(new EdgePolicy("wallets", "forfeit", []))).Id.ShouldBe(Given.Scope.EnvironmentId);

        _bench.Policies.Stored.ShouldHaveSingleItem().Edges.ShouldHaveSingleItem().Default.ShouldBe("forfeit");
    }

    [Fact]
    public async Task Policy_WhenDecidedAgain_KeepsTheOtherEdges()
    {
        await DecideAsync(new EdgePolicy("wallets", "forfeit", []));
        await DecideAsync(new EdgePolicy("usage", "erase", ["retain"]));

        _bench.Policies.Stored.ShouldHaveSingleItem().Edges.Select(edge => edge.Edge).ShouldBe(["wallets", "usage"]);
    }

    [Fact]
    public async Task Policy_WhenOnlyTheLimitIsDecided_KeepsTheEdges()
    {
        await DecideAsync(new EdgePolicy("wallets", "forfeit", []));

        await Decide().HandleAsync(new DecideDeletionPolicyCommand([], 500), default);

        var view = (await new GetDeletionPolicyHandler(_bench.Policies, CascadeBench.Edges).HandleAsync(new GetDeletionPolicyQuery(), default)).Value;
        view.DeletionsPerHour.ShouldBe(500);
        view.Edges.Single(edge => edge.Edge == "wallets").Default.ShouldBe("forfeit");
    }

    [Fact]
    public async Task Policy_WhenTheEdgeOrActionIsUnknown_IsRefused()
    {
        (await DecideAsync(new EdgePolicy("wallet", "forfeit", []))).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Validation);
        (await DecideAsync(new EdgePolicy("legal_hold", "ignore", []))).Error.ShouldNotBeNull().Details.ShouldContainKey("edges[0].default");
    }

    [Fact]
    public async Task Policy_WhenRead_ShowsEveryEdgeInTheOrderOfTheCascade()
    {
        (await ReadPolicyAsync()).Select(edge => (edge.Edge, edge.Default)).ShouldBe(
            CascadeBench.Edges.ActionsFor(CascadeIntent.Delete).Select(edge => (edge.Edge, edge.Actions[0])));
        _bench.EnvironmentDecides(new EdgePolicy("wallets", "forfeit", ["block"]));

        var wallets = (await ReadPolicyAsync()).Single(edge => edge.Edge == "wallets");

        wallets.Default.ShouldBe("forfeit");
        wallets.AllowedOverrides.ShouldBe(["block"]);
        wallets.Actions.ShouldBe(["block", "forfeit", "refund"]);
    }

    [Fact]
    public async Task Plan_WhenRead_CountsVolumesAndChangesNothing()
    {
        var query = new GetDeletionPlanQuery(_bench.Customer.Id.Value, new Dictionary<string, string> { ["usage"] = "erase" });

        var plan = (await new GetDeletionPlanHandler(_bench.Planner).HandleAsync(query, default)).Value;

        plan.Edges.Single(edge => edge.Edge == "usage").Action.ShouldBe("erase");
        _bench.Store.Inspected.Select(inspection => inspection.Name).ShouldContain("usage.inspect_with_volumes");
        _bench.Store.Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deletion_WhenKnown_IsAnswered() =>
        (await GetAsync(Given.Id("del", '1'))).Value.Deletion.CustomerId.ShouldBe(Given.CustomerId('1'));

    [Theory]
    [InlineData("nothing")]
    [InlineData("del_01J00000000000000000000008")]
    public async Task Deletion_WhenUnknown_IsNotFound(string id) =>
        (await GetAsync(id)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);

    [Fact]
    public async Task Search_WhenConditionsAreNamed_AllHoldTogether()
    {
        await ShouldFindAsync("21", new SearchDeletionsQuery(null, null, new Paging(0, 0)));
        await ShouldFindAsync("1", new SearchDeletionsQuery(Given.CustomerId('1').Value, null, new Paging(0, 0)));
        await ShouldFindAsync("", new SearchDeletionsQuery("nobody", null, new Paging(0, 0)));
        await ShouldFindAsync("21", new SearchDeletionsQuery(null, "cleaning", new Paging(0, 0)));
        await ShouldFindAsync("", new SearchDeletionsQuery(null, "completed", new Paging(0, 0)));
        await ShouldFindAsync("1", new SearchDeletionsQuery(null, null, new Paging(1, 1)));
    }

    private static Deletion Record(char last, char customer, int minute) =>
        Deletion.Begin(Given.Scope, DeletionId.From(Given.Id("del", last)), Given.CustomerId(customer), null, "digest", [], hasWorkAfterCommit: false, Given.At(minute));

    private Task<CommandResult<EnvironmentId>> DecideAsync(params EdgePolicy[] edges) =>
        Decide().HandleAsync(new DecideDeletionPolicyCommand(edges), default);

    private DecideDeletionPolicyHandler Decide() => new(_bench.Policies, CascadeBench.Edges, new TestCaller(), new FakeTimeProvider(Given.Noon));

    private async Task<IReadOnlyList<EdgePolicyView>> ReadPolicyAsync() =>
        (await new GetDeletionPolicyHandler(_bench.Policies, CascadeBench.Edges).HandleAsync(new GetDeletionPolicyQuery(), default)).Value.Edges;

    private Task<Result<DeletionView>> GetAsync(string id) => new GetDeletionHandler(_deletions, Substitute.For<IRecipientSeal>(), new TestCaller()).HandleAsync(new GetDeletionQuery(id), default);

    private async Task ShouldFindAsync(string lastLetters, SearchDeletionsQuery query)
    {
        var page = (await new SearchDeletionsHandler(_deletions).HandleAsync(query, default)).Value;

        string.Concat(page.Items.Select(deletion => deletion.Id.Value[^1])).ShouldBe(lastLetters);
    }
}
