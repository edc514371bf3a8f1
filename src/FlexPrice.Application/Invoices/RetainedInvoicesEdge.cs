using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Invoices;

/// <summary>
/// Issued invoices. They stay without personal data, linked to the deletion; their full content is in sealed documents,
/// which <c>anonymize</c> destroys. Voided drafts were never issued and need no retention: they are deleted.
/// </summary>
internal sealed class RetainedInvoicesEdge : ICascadeEdge
{
    private const string Retain = InvoiceActions.Retain;
    private const string Anonymize = "anonymize";

    private const string Issued = "issued";
    private const string Draft = "draft";
    private const string NeverIssued = "never_issued";
    private const string Payments = "payments";
    private const string Document = "document";
    private const string DocumentToBe = "document_to_be";
    private const string AnonymizedGround = "Number, dates and amounts stay for the books; nothing in them names a person, and the document is destroyed.";

    public string Name => InvoiceActions.Retained;

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Retain, Anonymize] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("retained_invoices.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context)
    {
        var finalizes = context.FinalizesDrafts();
        var remaining = context with { Rows = [.. context.Rows.Where(row => finalizes || row.Kind is not (Draft or DocumentToBe))] };
        var kept = Kept(remaining);
        return new EdgeDecision
        {
            Context = remaining,
            Count = remaining.Rows.Count(IsInvoice),
            Effects =
            [
                .. context.Chosen.Action == Anonymize
                    ? [new RowEffect("invoices", RowEffectKind.Updated, kept) { Ground = AnonymizedGround }]
                    : RetainedFor(remaining, kept),
                new RowEffect("invoices", RowEffectKind.Deleted, remaining.Rows.Count(row => row.Kind == NeverIssued)),
                new RowEffect("invoice_line_items", RowEffectKind.Deleted, Lines(remaining)),
                new RowEffect("invoice_payments", RowEffectKind.Deleted, PaymentsOf(remaining)),
                .. context.Chosen.Action == Anonymize ? [new RowEffect("sealed_documents", RowEffectKind.Deleted, remaining.Rows.Count(row => row.Kind == Document))] : Array.Empty<RowEffect>(),
            ],
        };
    }

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions)
    {
        var customers = decisions.Select(decision => decision.CustomerId).ToList();
        var contexts = decisions.Select(decision => decision.Context).ToList();
        var kept = contexts.Sum(Kept);
        IReadOnlyList<CascadeStatement> emptied =
        [
            new CascadeStatement("retained_invoices.delete_line_items", customers) { ExpectedRows = contexts.Sum(Lines) },
            new CascadeStatement("retained_invoices.delete_payments", customers) { ExpectedRows = contexts.Sum(PaymentsOf) },
            new CascadeStatement("retained_invoices.delete_never_issued", customers) { ExpectedRows = contexts.Sum(context => context.Rows.Count(row => row.Kind == NeverIssued)) },
        ];
        return decisions[0].Action == Anonymize
            ?
            [
                .. emptied,
                new CascadeStatement("retained_invoices.delete_documents", customers) { ExpectedRows = contexts.Sum(context => context.Rows.Count(row => row.Kind is Document or DocumentToBe)) },
                new CascadeStatement("retained_invoices.anonymize", customers) { ExpectedRows = kept },
            ]
            : [.. emptied, new CascadeStatement("retained_invoices.retain", customers) { ExpectedRows = kept }];
    }

    // One effect per ground: invoices were issued under the period that held then. The years are the count of a document's row.
    private static IEnumerable<RowEffect> RetainedFor(EdgeContext context, long kept)
    {
        var documents = context.Rows.Where(row => row.Kind is Document or DocumentToBe).ToList();
        if (documents.Count == 0)
        {
            yield return new RowEffect("invoices", RowEffectKind.Updated, kept);
        }

        foreach (var period in documents.GroupBy(row => (int)(row.Count ?? RetentionPolicy.DefaultYears)).OrderBy(period => period.Key))
        {
            yield return new RowEffect("invoices", RowEffectKind.Updated, period.LongCount())
            {
                Ground = RetentionPolicy.GroundOf(period.Key),
                Until = period.Max(row => row.Until ?? RetentionPolicy.EndOf(context.AskedAt, period.Key)),
            };
        }
    }

    private static bool IsInvoice(InventoryRow row) => row.Kind is Issued or Draft or NeverIssued;

    private static long Kept(EdgeContext context) => context.Rows.Count(row => row.Kind is Issued or Draft);

    private static long Lines(EdgeContext context) => context.Rows.Where(IsInvoice).Sum(row => row.Count ?? 0);

    private static long PaymentsOf(EdgeContext context) => context.Rows.Where(row => row.Kind == Payments).Sum(row => row.Count ?? 0);
}
