using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.Cascade;

/// <summary>Takes the inventory and lets every edge decide. Changes nothing.</summary>
public sealed class CascadePlanner(
    CascadeEdges edges,
    ICascadeStore store,
    IRowLocks locks,
    CustomerResolver customers,
    ICustomerRepository repository,
    IFailpoints failpoints,
    TimeProvider clock)
{
    /// <summary>The largest family that is handled at once, in customers.</summary>
    public const int MaximumFamily = 1000;

    /// <summary>Plans, to show it: locks nothing, and counts also what costs time to count.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<CascadePlan>> PlanAsync(CascadeQuestion question, CancellationToken cancellationToken) =>
        PlanAsync(question, isToBeExecuted: false, allowance: null, cancellationToken);

    /// <summary>Plans, to carry it out: what the plan says stays true until the transaction ends.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="allowance">Under which allowance a deletion is asked for; null when nothing is deleted.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<CascadePlan>> LockAndPlanAsync(CascadeQuestion question, DeletionAllowance? allowance, CancellationToken cancellationToken) =>
        PlanAsync(question, isToBeExecuted: true, allowance, cancellationToken);

    private async Task<Result<CascadePlan>> PlanAsync(CascadeQuestion question, bool isToBeExecuted, DeletionAllowance? allowance, CancellationToken cancellationToken)
    {
        var root = await customers.ResolveIdAsync(question.Customer, cancellationToken);
        if (root.Error is not null)
        {
            return root.Error;
        }

        var parent = await FindNewParentAsync(question, cancellationToken);
        var known = edges.ActionsFor(question.Intent);
        var touched = edges.InOrder.Where(edge => known.Any(actions => actions.Edge == edge.Name)).ToList();
        var basis = await ReadAsync(root.Value, parent, touched, isToBeExecuted, allowance, cancellationToken);
        if (basis.Family.Count == 0)
        {
            return await customers.GoneAsync(root.Value, cancellationToken);
        }

        var policy = basis.Policy ?? CascadePolicy.Undecided(default, default);
        var chosen = CascadeChoices.Resolve(question, policy, known, edges.QueryParameters);
        if (chosen.Error is not null)
        {
            return chosen.Error;
        }

        var target = await ResolveTargetAsync(question, chosen.Value, root.Value, cancellationToken);
        if (target.Error is not null)
        {
            return target.Error;
        }

        var members = chosen.Value.Any(action => action is { Edge: ChildCustomersEdge.EdgeName, Action: ChildCustomersEdge.Cascade }) ? basis.Family : [basis.Family[0]];
        if (members.Count > MaximumFamily)
        {
            return DeletionErrors.FamilyTooLarge(MaximumFamily);
        }

        var touching = isToBeExecuted ? TouchedBesides(chosen.Value, touched.Zip(basis.Inventories)).Concat(parent) : [];
        var inventories = await InspectAsync(basis, members, [.. touching], touched, isToBeExecuted, cancellationToken);
        await failpoints.ReachAsync(Failpoint.CascadeInspected, cancellationToken);
        var decisions = Decide(question.Intent, members, chosen.Value, known, touched.Zip(inventories), policy, target.Value.Customer);
        var digest = CascadeDigest.Of(question.Intent, decisions);
        await failpoints.ReachAsync(Failpoint.CascadeDecided, cancellationToken);
        return question.PlanDigest is { } confirmed && confirmed != digest
            ? DeletionErrors.PlanOutdated(digest)
            : new CascadePlan(question.Intent, members, decisions, digest) { DeletionsPerHour = policy.DeletionsPerHour, LineageId = allowance?.LineageId, RecentDeletions = basis.RecentDeletions };
    }

    private async Task<CascadeBasis> ReadAsync(CustomerId root, IReadOnlyList<CustomerId> parent, IReadOnlyList<ICascadeEdge> touched, bool isToBeExecuted, DeletionAllowance? allowance, CancellationToken cancellationToken)
    {
        using var inspecting = Phase.Begin(Phase.Inspect);
        return await store.ReadAsync(
            new CascadeReading(root, MaximumFamily + 1, isToBeExecuted ? [root, .. parent] : [], Inspections(touched, [root], isToBeExecuted), allowance),
            cancellationToken);
    }

    // What was read of a customer alone holds when it was locked before. Others are locked now, and read after that.
    private async Task<IReadOnlyList<IReadOnlyList<InventoryRow>>> InspectAsync(
        CascadeBasis basis,
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
            await locks.LockAsync(others, cancellationToken);
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
        CascadePolicy policy,
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
                new EdgeQuestion(member.Id, intent, action, edgePolicy, [.. byCustomer[member.Id].OrderBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal)], target)
                {
                    Actions = actions,
                    AskedAt = askedAt,
                })));
        }

        return decisions;
    }

    // Under whom the children go, or the customer itself.
    private async Task<IReadOnlyList<CustomerId>> FindNewParentAsync(CascadeQuestion question, CancellationToken cancellationToken) => question switch
    {
        { PlacedUnder: { } above } => await customers.FindIdAsync(above, cancellationToken) is { } id ? [id] : [],
        _ => TypedId.TryParse<CustomerId>(question.Choices.GetValueOrDefault(ChildCustomersEdge.ParentParameter), out var id) ? [id] : [],
    };

    // Children who are moved are changed, and whoever names two of them meets them in the order of their ids.
    private static IEnumerable<CustomerId> TouchedBesides(IReadOnlyList<ChosenAction> chosen, IEnumerable<(ICascadeEdge Edge, IReadOnlyList<InventoryRow> Rows)> inventories) =>
        chosen.Any(action => action is { Edge: ChildCustomersEdge.EdgeName, Action: ChildCustomersEdge.Detach or ChildCustomersEdge.Reparent })
            ? inventories.Where(inventory => inventory.Edge.Name == ChildCustomersEdge.EdgeName).SelectMany(inventory => inventory.Rows).Select(row => CustomerId.From(row.Id))
            : [];

    private async Task<Result<ReparentTarget>> ResolveTargetAsync(CascadeQuestion question, IReadOnlyList<ChosenAction> chosen, CustomerId root, CancellationToken cancellationToken)
    {
        const string parameter = ChildCustomersEdge.ParentParameter;
        var reparent = chosen.Any(action => action is { Edge: ChildCustomersEdge.EdgeName, Action: ChildCustomersEdge.Reparent });
        var sent = question.Choices.GetValueOrDefault(parameter);
        if (!reparent)
        {
            return sent is null
                ? new ReparentTarget(null)
                : DeletionErrors.BadParameter(parameter, $"Send it together with {ChildCustomersEdge.EdgeName}={ChildCustomersEdge.Reparent} only.");
        }

        if (sent is null)
        {
            return DeletionErrors.BadParameter(parameter, "Name the customer who becomes the parent of the children, for example child_customers_parent=cust_….");
        }

        if (!TypedId.TryParse<CustomerId>(sent, out var id) || await repository.FirstOrDefaultAsync(new CustomerById(id), cancellationToken) is not { } parent)
        {
            return DeletionErrors.NewParentNotFound(parameter, sent);
        }

        if (parent.Status == CustomerStatus.Archived)
        {
            return CustomerErrors.ParentArchived(id);
        }

        var ancestors = await repository.AncestorsAsync(id, cancellationToken);
        return id == root || ancestors.Contains(root)
            ? DeletionErrors.BadParameter(parameter, "The new parent is the customer itself or stands below it. Name a customer outside of its family.")
            : new ReparentTarget(id);
    }

    private sealed record ReparentTarget(CustomerId? Customer);
}
