using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;
using FlexPrice.Domain.Wallets.Events;

namespace FlexPrice.Application.Wallets;

/// <summary>The customer's wallets. Any that is not closed blocks whatever its balance (FlexPrice's rule, widened to frozen ones); <c>forfeit</c> closes them.</summary>
internal sealed class WalletsEdge : ICascadeEdge
{
    private const string Block = "block";
    private const string Forfeit = "forfeit";
    private const string Closed = "closed";

    public string Name => "wallets";

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Block, Forfeit] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("wallets.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeQuestion question)
    {
        var open = question.Rows.Where(row => row.State != Closed).Select(row => row.Id).ToList();
        var orChoose = question.Policy.Allows(Forfeit) ? $", or choose wallets={Forfeit}" : "";
        return new EdgeDecision
        {
            Question = question,
            Count = question.Rows.Count,
            Blockers = question.Chosen.Action == Block && open.Count > 0
                ?
                [
                    new Blocker(
                        Name,
                        open.Count,
                        CascadePlan.WalletsMessage,
                        $"Close each with POST /v1/wallets/{{id}}/terminate{orChoose}; what is left in them is forfeited.",
                        [.. open.Take(Blocker.MaximumIds)]),
                ]
                : [],
            Effects =
            [
                new RowEffect("wallets", RowEffectKind.Deleted, question.Rows.Count),
                new RowEffect("wallet_transactions", RowEffectKind.Deleted, question.Rows.Sum(row => row.Count ?? 0)),
            ],
        };
    }

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions)
    {
        var customers = decisions.Select(decision => decision.CustomerId).ToList();
        var rows = decisions.SelectMany(decision => decision.Question.Rows).ToList();
        return
        [
            new CascadeStatement("wallets.delete_transactions", customers) { ExpectedRows = rows.Sum(row => row.Count ?? 0) },
            new CascadeStatement("wallets.delete", customers) { ExpectedRows = rows.Count },
        ];
    }

    public IEnumerable<IDomainEvent> Announce(EdgeDecision decision, DeletionId? deletion, Change change) =>
        decision.Question.Rows
            .Where(row => row.State != Closed)
            .Select(row => new WalletTerminated(WalletId.From(row.Id), decision.CustomerId, change.At));
}
