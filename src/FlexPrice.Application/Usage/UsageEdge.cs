using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;
using FlexPrice.Domain.Usage.Events;

namespace FlexPrice.Application.Usage;

/// <summary>
/// The customer's usage events. Both actions destroy the subject with its key in the deletion's transaction, which pseudonymises every event without touching one;
/// <c>erase</c> also removes the events, in batches after the commit. The end of each holding of an external id is stored without the customer, so that late usage of that time is recognised.
/// </summary>
internal sealed class UsageEdge : ICascadeEdge
{
    private const string Retain = "retain";
    private const string Erase = "erase";

    public string Name => "usage";

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Retain, Erase] : []);

    public CascadeStatement Inspect(InspectionScope scope) =>
        new(scope.WithVolumes ? "usage.inspect_with_volumes" : "usage.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context)
    {
        var events = context.Rows.Any(row => row.Count is null) ? null : context.Rows.Sum(row => row.Count);
        var erase = context.Chosen.Action == Erase;
        return new EdgeDecision
        {
            Context = context,
            Count = events ?? context.Rows.Count,
            HasWorkAfterCommit = erase && context.Rows.Count > 0,
            Effects =
            [
                new RowEffect("usage_subjects", RowEffectKind.Deleted, context.Rows.Count),
                new RowEffect("usage_events", erase ? RowEffectKind.DeletedAfterwards : RowEffectKind.Pseudonymised, events),
            ],
        };
    }

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions)
    {
        IReadOnlyList<CustomerId> customers = [.. decisions.Select(decision => decision.CustomerId)];
        return
        [
            new CascadeStatement("usage.destroy_subjects", customers) { ExpectedRows = decisions.Sum(decision => decision.Context.Rows.Count) },
            new CascadeStatement("past_holdings.end", customers),
            new CascadeStatement("past_holdings.forget_holders", customers),
        ];
    }

    // Subjects appear and disappear with usage, so they are not part of the digest.
    public bool IsInDigest(InventoryRow row) => false;

    public IEnumerable<IDomainEvent> Announce(EdgeDecision decision, DeletionId? deletion, Change change)
    {
        if (decision.HasWorkAfterCommit && deletion is { } id)
        {
            yield return new UsageErasureRequested(id, decision.CustomerId, [.. decision.Context.Rows.Select(row => UsageSubjectId.From(row.Id))], change.At);
        }
    }
}
