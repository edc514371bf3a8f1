using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Cascade;

/// <summary>Reads the inventory and lets every edge decide. Changes nothing.</summary>
public sealed class CascadePlanner(
    CascadeEdges edges,
    ICascadeStore store,
    IRowLocks locks,
    ICascadeRoots roots,
    IEnumerable<ICascadeTarget> targets,
    IFailpoints failpoints,
    TimeProvider clock)
{
    /// <summary>The largest family that is handled at once, in customers.</summary>
    public const int MaximumFamily = 1000;

    /// <summary>Plans, to show it: locks nothing, and counts also what costs time to count.</summary>
    /// <param name="request">The requested cascade.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<CascadePlan>> PlanAsync(CascadeRequest request, CancellationToken cancellationToken) =>
        PlanAsync(request, isToBeExecuted: false, allowance: null, cancellationToken);

    /// <summary>Plans for execution: the plan stays valid until the transaction ends.</summary>
    /// <param name="request">The requested cascade.</param>
    /// <param name="allowance">The allowance that a deletion counts against; null when nothing is deleted.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<CascadePlan>> LockAndPlanAsync(CascadeRequest request, DeletionAllowance? allowance, CancellationToken cancellationToken) =>
        PlanAsync(request, isToBeExecuted: true, allowance, cancellationToken);

    private async Task<Result<CascadePlan>> PlanAsync(CascadeRequest request, bool isToBeExecuted, DeletionAllowance? allowance, CancellationToken cancellationToken)
    {
        var root = await roots.ResolveIdAsync(request.Customer, cancellationToken);
        if (root.Error is not null)
        {
            return root.Error;
        }

        var parent = await FindNewParentAsync(request, cancellationToken);
        var known = edges.ActionsFor(request.Intent);
        var touched = edges.InOrder.Where(edge => known.Any(actions => actions.Edge == edge.Name)).ToList();
        var basis = await ReadAsync(root.Value, parent, touched, isToBeExecuted, allowance, cancellationToken);
        if (basis.Family.Count == 0)
        {
            return await roots.NotFoundErrorAsync(root.Value, cancellationToken);
        }

        var policy = basis.Policy ?? DeletionPolicy.Undecided(default, default);
        var chosen = CascadeChoices.Resolve(request, policy, known, edges.QueryParameters);
        if (chosen.Error is not null)
        {
            return chosen.Error;
        }

        var target = await ResolveTargetAsync(request, chosen.Value, root.Value, cancellationToken);
        if (target.Error is not null)
        {
            return target.Error;
        }

        var actions = chosen.Value.ToDictionary(action => action.Edge, action => action.Action, StringComparer.Ordinal);
        var members = touched.Any(edge => edge.BringsFamily(actions[edge.Name])) ? basis.Family : [basis.Family[0]];
        if (members.Count > MaximumFamily)
        {
            return roots.FamilyTooLarge(MaximumFamily);
        }

        var touching = isToBeExecuted ? touched.Zip(basis.Inventories).SelectMany(inventory => inventory.First.AdditionalLocks(actions[inventory.First.Name], inventory.Second)).Concat(parent) : [];
        var inventories = await InspectAsync(basis, members, [.. touching], touched, isToBeExecuted, cancellationToken);
        await failpoints.ReachAsync(Failpoint.CascadeInspected, cancellationToken);
        var decisions = Decide(request.Intent, members, chosen.Value, known, touched.Zip(inventories), policy, target.Value.Id);
        var digest = CascadeDigest.Of(request.Intent, decisions, (decision, row) => edges[decision.Context.Chosen.Edge].IsInDigest(row));
        await failpoints.ReachAsync(Failpoint.CascadeDecided, cancellationToken);
        return request.PlanDigest is { } confirmed && confirmed != digest
            ? CascadeErrors.PlanOutdated(digest)
            : new CascadePlan(request.Intent, members, decisions, digest)
            {
                DeletionsPerHour = policy.DeletionsPerHour,
                LineageId = allowance?.LineageId,
                RecentDeletions = basis.RecentDeletions,
                LeadingMessages = [.. touched.Select(edge => edge.LeadingMessage).OfType<string>()],
            };
    }

    private async Task<CascadeSnapshot> ReadAsync(CustomerId root, IReadOnlyList<CustomerId> parent, IReadOnlyList<ICascadeEdge> touched, bool isToBeExecuted, DeletionAllowance? allowance, CancellationToken cancellationToken)
    {
        using var inspecting = Phase.Begin(Phase.Inspect);
        return await store.ReadAsync(
            new SnapshotRequest(root, MaximumFamily + 1, isToBeExecuted ? [root, .. parent] : [], Inspections(touched, [root], isToBeExecuted), allowance),
            cancellationToken);
    }

    // The snapshot of a single customer is valid if it was locked before. Otherwise lock the others now, and read again.
    private async Task<IReadOnlyList<IReadOnlyList<InventoryRow>>> InspectAsync(
        CascadeSnapshot basis,
        IReadOnlyList<FamilyMember> members,
        IReadOnlyList<CustomerId> besides,
        IReadOnlyList<ICascadeEdge> touched,
        bool isToBeExecuted,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<CustomerId> ids = [.. members.Select(member => member.Id)];
        IReadOnlyList<CustomerId> others = isToBeExecuted ? [.. ids.Concat(besides).Except(basis.Locked)] : [];
        if (ids.Count == 1 && others.Count == 0)
        {
            return basis.Inventories;
        }

        using var inspecting = Phase.Begin(Phase.Inspect);
        if (others.Count > 0)
        {
            await locks.LockExclusiveAsync(others, cancellationToken);
        }

        return await store.InspectAsync(Inspections(touched, ids, isToBeExecuted), cancellationToken);
    }

    private static IReadOnlyList<CascadeStatement> Inspections(IEnumerable<ICascadeEdge> touched, IReadOnlyList<CustomerId> customers, bool isToBeExecuted)
    {
        var scope = new InspectionScope(customers, WithVolumes: !isToBeExecuted);
        return [.. touched.Select(edge => edge.Inspect(scope))];
    }

    private List<EdgeDecision> Decide(
        CascadeIntent intent,
        IReadOnlyList<FamilyMember> members,
        IReadOnlyList<ChosenAction> chosen,
        IReadOnlyList<EdgeActions> known,
        IEnumerable<(ICascadeEdge Edge, IReadOnlyList<InventoryRow> Rows)> inventories,
        DeletionPolicy policy,
        CustomerId? target)
    {
        using var deciding = Phase.Begin(Phase.Decide);
        var askedAt = clock.GetUtcNow();
        var actions = chosen.ToDictionary(action => action.Edge, action => action.Action, StringComparer.Ordinal);
        var decisions = new List<EdgeDecision>();
        foreach (var (edge, rows) in inventories)
        {
            var action = chosen.Single(candidate => candidate.Edge == edge.Name);
            var edgePolicy = policy.For(known.Single(candidate => candidate.Edge == edge.Name));
            var byCustomer = rows.ToLookup(row => row.CustomerId);
            decisions.AddRange(members.Select(member => edge.Decide(
                new EdgeContext(member.Id, intent, action, edgePolicy, [.. byCustomer[member.Id].OrderBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal)], target)
                {
                    Actions = actions,
                    AskedAt = askedAt,
                })));
        }

        return decisions;
    }

    // The new parent of the customer, or the target of an action. Families are locked before anything is read.
    private async Task<IReadOnlyList<CustomerId>> FindNewParentAsync(CascadeRequest request, CancellationToken cancellationToken) => request switch
    {
        { NewParent: { } above } => await roots.FindIdAsync(above, cancellationToken) is { } id ? [id] : [],
        _ => [.. targets.Select(target => TypedId.TryParse<CustomerId>(request.Choices.GetValueOrDefault(target.Parameter), out var id) ? id : (CustomerId?)null).OfType<CustomerId>()],
    };

    private async Task<Result<TargetCustomer>> ResolveTargetAsync(CascadeRequest request, IReadOnlyList<ChosenAction> chosen, CustomerId root, CancellationToken cancellationToken)
    {
        foreach (var target in targets)
        {
            var action = chosen.SingleOrDefault(candidate => candidate.Edge == target.Edge)?.Action ?? "";
            var resolved = await target.ResolveAsync(action, request.Choices.GetValueOrDefault(target.Parameter), root, cancellationToken);
            if (resolved.Error is not null || resolved.Value.Id is not null)
            {
                return resolved;
            }
        }

        return default(TargetCustomer);
    }
}
