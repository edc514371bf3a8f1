using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>The customers below the customer. <c>cascade</c> deletes the whole tree, in one transaction, and refuses when any of them refuses.</summary>
internal sealed class ChildCustomersEdge : ICascadeEdge
{
    internal const string EdgeName = "child_customers";
    internal const string ParentParameter = "child_customers_parent";
    internal const string Cascade = "cascade";
    internal const string Detach = "detach";
    internal const string Reparent = "reparent";

    private const string Block = "block";

    public string Name => EdgeName;

    public IReadOnlyList<string> Parameters => [ParentParameter];

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Block, Cascade, Detach, Reparent] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("child_customers.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context)
    {
        var children = context.Rows;
        var moves = context.Chosen.Action is Detach or Reparent;
        return new EdgeDecision
        {
            Context = context,
            Count = children.Count,
            Blockers = context.Chosen.Action == Block && children.Count > 0
                ? [new Blocker(Name, children.Count, "The customer has child customers", Fix(context.Policy), [.. children.Select(row => row.Id).Take(Blocker.MaximumIds)])]
                : [],
            Effects = moves ? [new RowEffect("customers", RowEffectKind.Updated, children.Count)] : [],
        };
    }

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions)
    {
        var customers = decisions.Select(decision => decision.CustomerId).ToList();
        var children = decisions.Sum(decision => decision.Context.Rows.Count);
        return decisions[0].Action switch
        {
            Detach => [new CascadeStatement("child_customers.detach", customers) { ExpectedRows = children }],
            Reparent => [new CascadeStatement("child_customers.reparent", customers) { ExpectedRows = children, Target = decisions[0].Context.Target }],
            Cascade => [new CascadeStatement("child_customers.unlink_family", customers) { ExpectedRows = children }],
            _ => [],
        };
    }

    public bool BringsFamily(string action) => action == Cascade;

    // Moved children are updated, so lock them.
    public IEnumerable<CustomerId> AdditionalLocks(string action, IReadOnlyList<InventoryRow> rows) =>
        action is Detach or Reparent ? rows.Select(row => CustomerId.From(row.Id)) : [];

    public IEnumerable<IDomainEvent> Announce(EdgeDecision decision, DeletionId? deletion, Change change) =>
        decision.Action is Detach or Reparent
            ? decision.Context.Rows.Select(row => new CustomerUpdated(CustomerId.From(row.Id), change.At))
            : [];

    // Reparent comes last, so that the name of its parameter can follow it.
    private static Hint Fix(EdgePolicy policy)
    {
        var target = policy.Allows(Reparent) ? $"&{ParentParameter}=cust_…" : "";
        return $"Delete the children first, or move each with {Operation.DetachCustomer}{policy.OrChoose(Cascade, Detach, Reparent)}{target}.";
    }
}
