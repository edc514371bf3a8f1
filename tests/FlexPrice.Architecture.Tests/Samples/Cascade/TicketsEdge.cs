using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Architecture.Tests.Samples.Cascade;

/// <summary>Wrong: has no place in the order, uses a statement that does not exist, and shows less than it does.</summary>
internal sealed class TicketsEdge : ICascadeEdge
{
    public string Name => "tickets";

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, ["delete"]);

    public CascadeStatement Inspect(InspectionScope scope) => new("tickets.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context) => new()
    {
        Context = context,
        Count = context.Rows.Count,
        Effects = [new RowEffect("ticket_comments", RowEffectKind.Updated, 0)],
    };

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions) => [new("tickets.delete", [.. decisions.Select(decision => decision.CustomerId)])];
}
