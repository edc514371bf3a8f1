using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Invoices;

/// <summary>Invoices that were never issued. They are discarded with their lines, or issued first: then they are outstanding, or settled where nothing is due.</summary>
internal sealed class DraftInvoicesEdge : ICascadeEdge
{
    internal const string EdgeName = "draft_invoices";
    internal const string Finalize = "finalize";

    private const string Discard = "discard";
    private const string Block = "block";

    public string Name => EdgeName;

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Discard, Block, Finalize] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("draft_invoices.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeQuestion question) => new()
    {
        Question = question,
        Count = question.Rows.Count,
        Blockers = question.Chosen.Action == Block && question.Rows.Count > 0
            ?
            [
                new Blocker(
                    Name,
                    question.Rows.Count,
                    "The customer has draft invoices",
                    $"Finalize each with POST /v1/invoices/{{id}}/finalize, or void it with POST /v1/invoices/{{id}}/void{question.Policy.OrChoose(Discard, Finalize)}.",
                    [.. question.Rows.Select(row => row.Id).Take(Blocker.MaximumIds)]),
            ]
            : [],
        Effects = EffectsOf(question),
    };

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions)
    {
        if (decisions[0].Action != Discard)
        {
            return [];
        }

        var customers = decisions.Select(decision => decision.CustomerId).ToList();
        var rows = decisions.SelectMany(decision => decision.Question.Rows).ToList();
        return
        [
            new CascadeStatement("draft_invoices.delete_line_items", customers) { ExpectedRows = rows.Sum(row => row.Count ?? 0) },
            new CascadeStatement("draft_invoices.delete", customers) { ExpectedRows = rows.Count },
        ];
    }

    // What becomes of a draft that is finalized is shown by the edges that decide about it; here only the sealed document that outlives the deletion.
    private static IReadOnlyList<RowEffect> EffectsOf(EdgeQuestion question) => question.Chosen.Action switch
    {
        Discard =>
        [
            new RowEffect("invoices", RowEffectKind.Deleted, question.Rows.Count),
            new RowEffect("invoice_line_items", RowEffectKind.Deleted, question.Rows.Sum(row => row.Count ?? 0)),
        ],
        Finalize when question.Rows.Count > 0 && question.Actions.GetValueOrDefault(RetainedInvoicesEdge.EdgeName) == RetainedInvoicesEdge.Retain =>
            [new RowEffect("sealed_documents", RowEffectKind.Added, question.Rows.Count)],
        _ => [],
    };
}
