using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.EdgePlural;

/// <summary>The customer's edge plurals. <c>erase</c> deletes them; <c>block</c> waits until all are closed.</summary>
internal sealed class EdgePluralEdge : ICascadeEdge
{
    private const string Erase = "erase";
    private const string Block = "block";
    private const string Open = "open";

    public string Name => "edge_table";

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Erase, Block] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("edge_table.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context)
    {
        var open = context.Rows.Where(row => row.State == Open).Select(row => row.Id).ToList();
        return new EdgeDecision
        {
            Context = context,
            Count = context.Rows.Count,
            Blockers = context.Chosen.Action == Block && open.Count > 0
                ? [new Blocker(Name, open.Count, "The customer has open edge plurals", Fix(context.Policy), [.. open.Take(Blocker.MaximumIds)])]
                : [],
            Effects = [new RowEffect("edge_table", RowEffectKind.Deleted, context.Rows.Count)],
        };
    }

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions) =>
    [
        new CascadeStatement("edge_table.delete", [.. decisions.Select(decision => decision.CustomerId)])
        {
            ExpectedRows = decisions.Sum(decision => decision.Context.Rows.Count),
        },
    ];

    private static Hint Fix(EdgePolicy policy) => $"Close each{policy.OrChoose(Erase)}.";
}
