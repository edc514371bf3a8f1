using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Invoices.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices;

/// <summary>
/// Invoices that were issued and are not paid in full, with the drafts that <c>draft_invoices=finalize</c> issues, but no credits, for which the customer owes nothing.
/// After every action they are retained: that edge shows their rows.
/// </summary>
internal sealed class OutstandingInvoicesEdge : ICascadeEdge
{
    private const string EdgeName = "outstanding_invoices";
    private const string Block = "block";
    private const string Void = "void";
    private const string WriteOff = "write_off";

    private const string Draft = "draft";
    private const string PartlyPaid = "partly_paid";

    public string Name => EdgeName;

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Block, Void, WriteOff] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("outstanding_invoices.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context)
    {
        var finalizes = context.FinalizesDrafts();
        var outstanding = context with { Rows = [.. context.Rows.Where(row => row.Kind != Draft || (finalizes && row.Amount > 0))] };
        return new EdgeDecision { Context = outstanding, Count = outstanding.Rows.Count, Blockers = [.. Blockers(outstanding)] };
    }

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions)
    {
        var customers = decisions.Select(decision => decision.CustomerId).ToList();
        var invoices = decisions.Sum(decision => decision.Context.Rows.Count);
        return decisions[0].Action switch
        {
            Void => [new CascadeStatement("outstanding_invoices.void", customers) { ExpectedRows = invoices }],
            WriteOff => [new CascadeStatement("outstanding_invoices.write_off", customers) { ExpectedRows = invoices }],
            _ => [],
        };
    }

    public IEnumerable<IDomainEvent> Announce(EdgeDecision decision, DeletionId? deletion, Change change) => decision.Context.Rows.Select<InventoryRow, IDomainEvent>(
        row => decision.Action == Void
            ? new InvoiceVoided(InvoiceId.From(row.Id), decision.CustomerId, change.At)
            : new InvoiceWrittenOff(InvoiceId.From(row.Id), decision.CustomerId, change.At));

    private static IEnumerable<Blocker> Blockers(EdgeContext context)
    {
        if (context.Chosen.Action == Block)
        {
            var issued = context.Rows.Where(row => row.Kind != Draft).Select(row => row.Id).ToList();
            if (issued.Count > 0)
            {
                yield return Blocked(issued, "The customer has unpaid invoices", $"{Record("the payment")}, or void it with {Operation.VoidInvoice}{context.Policy.OrChoose(Void, WriteOff)}.");
            }

            var drafts = context.Rows.Where(row => row.Kind == Draft).Select(row => row.Id).ToList();
            if (drafts.Count > 0)
            {
                yield return Blocked(
                    drafts,
                    "Draft invoices would be finalized and then be unpaid",
                    $"Void each with {Operation.VoidInvoice}, or choose another action than {InvoiceActions.Drafts}={InvoiceActions.Finalize}{context.Policy.OrChoose(Void, WriteOff)}.");
            }
        }

        var partlyPaid = context.Rows.Where(row => row.State == PartlyPaid).Select(row => row.Id).ToList();
        if (context.Chosen.Action == Void && partlyPaid.Count > 0)
        {
            yield return Blocked(partlyPaid, "Invoices for which something was paid cannot be voided", $"{Record("the rest")}{context.Policy.OrChoose(WriteOff)}.");
        }
    }

    private static Blocker Blocked(List<string> ids, string message, Hint fix) => new(EdgeName, ids.Count, message, fix, [.. ids.Take(Blocker.MaximumIds)]);

    private static Hint Record(string what) => $"Record {what} of each with {Operation.RecordPayment}";
}
