using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices;

/// <summary>Invoices that were never issued. They are discarded with their lines, or issued first: then they are outstanding, or settled where nothing is due.</summary>
internal sealed class DraftInvoicesEdge : ICascadeEdge
{
    private const string Finalize = InvoiceActions.Finalize;
    private const string Discard = "discard";
    private const string Block = "block";

    public string Name => InvoiceActions.Drafts;

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Discard, Block, Finalize] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("draft_invoices.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context) => new()
    {
        Context = context,
        Count = context.Rows.Count,
        Blockers = context.Chosen.Action == Block && context.Rows.Count > 0
            ?
            [
                new Blocker(
                    Name,
                    context.Rows.Count,
                    "The customer has draft invoices",
                    $"Finalize each with {Operation.FinalizeInvoice}, or void it with {Operation.VoidInvoice}{context.Policy.OrChoose(Discard, Finalize)}.",
                    [.. context.Rows.Select(row => row.Id).Take(Blocker.MaximumIds)]),
            ]
            : [],
        Effects = EffectsOf(context),
    };

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions)
    {
        if (decisions[0].Action != Discard)
        {
            return [];
        }

        var customers = decisions.Select(decision => decision.CustomerId).ToList();
        var rows = decisions.SelectMany(decision => decision.Context.Rows).ToList();
        return
        [
            new CascadeStatement("draft_invoices.delete_line_items", customers) { ExpectedRows = rows.Sum(row => row.Count ?? 0) },
            new CascadeStatement("draft_invoices.delete", customers) { ExpectedRows = rows.Count },
        ];
    }

    // What becomes of a draft that is finalized is shown by the edges that decide about it; here only the sealed document that outlives the deletion.
    private static IReadOnlyList<RowEffect> EffectsOf(EdgeContext context) => context.Chosen.Action switch
    {
        Discard =>
        [
            new RowEffect("invoices", RowEffectKind.Deleted, context.Rows.Count),
            new RowEffect("invoice_line_items", RowEffectKind.Deleted, context.Rows.Sum(row => row.Count ?? 0)),
        ],
        Finalize when context.Rows.Count > 0 && context.RetainsDocuments() =>
            [new RowEffect("sealed_documents", RowEffectKind.Added, context.Rows.Count)],
        _ => [],
    };
}
