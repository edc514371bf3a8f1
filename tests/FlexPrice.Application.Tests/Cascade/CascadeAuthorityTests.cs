using CsCheck;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Cascade;

/// <summary>An override never weakens a hold or the environment's decision, with any policy, request and inventory.</summary>
public sealed class CascadeAuthorityTests
{
    private const string ParentParameter = "child_customers_parent";

    private static readonly IReadOnlyList<EdgeActions> Known = CascadeBench.Edges.ActionsFor(CascadeIntent.Delete);

    private static readonly string[] Vocabulary = [.. Known.SelectMany(edge => edge.Actions).Append("burn").Distinct(StringComparer.Ordinal)];

    private static readonly Gen<IReadOnlyList<EdgePolicy>> Policies =
        Gen.Select(Gen.Int[0, 3].Array[Known.Count], Gen.Int[0, 15].Array[Known.Count], Gen.Bool.Array[Known.Count]).Select((defaults, allowed, decided) =>
            (IReadOnlyList<EdgePolicy>)[.. Known.Select((edge, i) => new EdgePolicy(
                edge.Edge,
                edge.Actions[defaults[i] % edge.Actions.Count],
                [.. edge.Actions.Where((_, bit) => (allowed[i] & (1 << bit)) != 0)])).Where((_, i) => decided[i])]);

    private static readonly Gen<IReadOnlyDictionary<string, string>> Requests =
        Gen.Int[0, (2 * Vocabulary.Length) - 1].Array[Known.Count].Select(drawn =>
            (IReadOnlyDictionary<string, string>)Known.Zip(drawn)
                .Where(pair => pair.Second < Vocabulary.Length)
                .ToDictionary(pair => pair.First.Edge, pair => Fitting(pair.First, pair.Second)));

    private static readonly Gen<Inventory> Inventories =
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Select((subscription, wallet, child, hold, released, childIsHeld) =>
            new Inventory(subscription, wallet, child, hold, released, childIsHeld));

    [Fact]
    public Task Override_WhenPoliciesRequestsAndHoldsAreArbitrary_NeverWeakensHoldOrEnvironment() =>
        Gen.Select(Policies, Requests, Inventories).SampleAsync(
            async (policies, requests, inventory) =>
            {
                var bench = Stock(inventory);
                bench.EnvironmentDecides([.. policies]);
                var choices = requests.Select(choice => (choice.Key, choice.Value)).ToList();
                if (requests.GetValueOrDefault("child_customers") == "reparent")
                {
                    choices.Add((ParentParameter, Given.CustomerId('7').Value));
                }

                var result = await bench.PlanAsync([.. choices]);

                if (result.Error is { } error)
                {
                    ShouldBeForbidden(error, policies, requests);
                    return;
                }

                var plan = result.Value;
                foreach (var edge in plan.Edges)
                {
                    Permitted(policies, edge.Edge).ShouldContain(edge.Action);
                    edge.Action.ShouldBe(requests.GetValueOrDefault(edge.Edge) ?? InForce(policies, edge.Edge).Default);
                }

                await ShouldExecuteNoMoreThanDecidedAsync(bench, plan, inventory);
            },
            iter: Rounds.Of(2_000));

    private static async Task ShouldExecuteNoMoreThanDecidedAsync(CascadeBench bench, CascadePlan plan, Inventory inventory)
    {
        var actions = plan.Edges.ToDictionary(edge => edge.Edge, edge => edge.Action);
        var family = actions["child_customers"] == "cascade";
        var refused = inventory.Hold
            || (family && inventory.HoldOnChild)
            || (inventory.Subscription && actions["subscriptions"] == "block")
            || (inventory.Wallet && actions["wallets"] == "block")
            || (inventory.Child && actions["child_customers"] == "block");
        plan.Deletable.ShouldBe(!refused);
        (plan.Refusal() is not null).ShouldBe(refused);
        if (refused)
        {
            return;
        }

        await bench.Executor.ExecuteAsync(plan, plan.Customers.ToDictionary(member => member.Id, _ => DeletionId.From(Given.Id("del", '1'))), Given.At(1), default);

        var applied = bench.Store.Applied.Select(statement => statement.Name).ToList();
        applied.Contains("child_customers.detach").ShouldBe(actions["child_customers"] == "detach");
        applied.Contains("child_customers.reparent").ShouldBe(actions["child_customers"] == "reparent");
        applied.Contains("child_customers.unlink_family").ShouldBe(family);
        bench.Store.Applied.Single(statement => statement.Name == "legal_hold.delete_released").ExpectedRows.ShouldBe(inventory.Released ? 1 : 0);
        bench.Store.Applied.ShouldAllBe(statement => family || statement.Customers.Count == 1);
    }

    private static void ShouldBeForbidden(Error error, IReadOnlyList<EdgePolicy> policies, IReadOnlyDictionary<string, string> requests)
    {
        error.Kind.ShouldBe(ErrorKind.Validation);
        if (error.Details.ContainsKey(ParentParameter))
        {
            // The environment's default needs a parent, which the request did not name.
            requests.ShouldNotContainKey("child_customers");
            InForce(policies, "child_customers").Default.ShouldBe("reparent");
            return;
        }

        var edge = error.Details.Keys.ShouldHaveSingleItem();
        Permitted(policies, edge).ShouldNotContain(requests[edge]);
        $"{error.Details[edge]}".ShouldContain($"Allowed: {string.Join(", ", Permitted(policies, edge))}.");
    }

    private static CascadeBench Stock(Inventory inventory)
    {
        var bench = new CascadeBench();
        bench.Customers.Stored.Add(Given.Customer('7'));
        var child = inventory.Child ? bench.Add(Given.Customer('2', bench.Customer)) : null;
        bench.Has("subscriptions.inspect", inventory.Subscription ? [Row.Owned("trialing")] : []);
        bench.Has("wallets.inspect", inventory.Wallet ? [Row.Wallet("frozen")] : []);
        bench.Has("child_customers.inspect", child is null ? [] : [Row.Child()]);
        List<InventoryRow> holds = [];
        if (inventory.Hold)
        {
            holds.Add(Row.Hold("in_force", '1'));
        }

        if (inventory.Released)
        {
            holds.Add(Row.Hold("released", '2'));
        }

        if (child is not null && inventory.HoldOnChild)
        {
            holds.Add(Row.Hold("in_force", '3', child.Id));
        }

        bench.Has("legal_hold.inspect", [.. holds]);
        return bench;
    }

    // Half of the requested actions are actions of the edge, so that not every sample ends in the same error.
    private static string Fitting(EdgeActions edge, int drawn) =>
        drawn % 2 == 0 ? edge.Actions[drawn % edge.Actions.Count] : Vocabulary[drawn];

    private static EdgePolicy InForce(IReadOnlyList<EdgePolicy> policies, string edge) =>
        policies.FirstOrDefault(policy => policy.Edge == edge) ?? EdgePolicy.ProductDefault(Known.Single(known => known.Edge == edge));

    private static string[] Permitted(IReadOnlyList<EdgePolicy> policies, string edge)
    {
        var policy = InForce(policies, edge);
        return [.. Known.Single(known => known.Edge == edge).Actions.Where(action => action == policy.Default || policy.AllowedOverrides.Contains(action))];
    }

    private sealed record Inventory(bool Subscription, bool Wallet, bool Child, bool Hold, bool Released, bool ChildIsHeld)
    {
        public bool HoldOnChild => Child && ChildIsHeld;
    }
}
