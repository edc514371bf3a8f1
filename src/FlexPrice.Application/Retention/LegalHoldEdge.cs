using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Retention;

/// <summary>Legal holds. One in force blocks, and nothing overrides it; released ones are deleted with the customer.</summary>
internal sealed class LegalHoldEdge : ICascadeEdge
{
    private const string Block = "block";
    private const string InForce = "in_force";

    public string Name => "legal_hold";

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Block] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("legal_hold.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context)
    {
        var inForce = context.Rows.Where(row => row.State == InForce).Select(row => row.Id).ToList();
        return new EdgeDecision
        {
            Context = context,
            Count = context.Rows.Count,
            Blockers = inForce.Count > 0
                ? [new Blocker(Name, inForce.Count, "The customer's data is under legal hold", "Wait until whoever placed the hold releases it; nothing overrides it.", [.. inForce.Take(Blocker.MaximumIds)])]
                : [],
            Effects = [new RowEffect("legal_holds", RowEffectKind.Deleted, context.Rows.Count - inForce.Count)],
        };
    }

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions) =>
    [
        new CascadeStatement("legal_hold.delete_released", [.. decisions.Select(decision => decision.CustomerId)])
        {
            ExpectedRows = decisions.Sum(decision => decision.Context.Rows.Count(row => row.State != InForce)),
        },
    ];
}
