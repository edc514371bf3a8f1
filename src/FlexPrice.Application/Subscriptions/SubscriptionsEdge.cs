using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Domain.Subscriptions.Events;

namespace FlexPrice.Application.Subscriptions;

/// <summary>
/// The customer's subscriptions. Each that is not cancelled blocks. Paying for another customer's running subscription blocks under every action.
/// Subscriptions of other customers that were inherited from a deleted one stay without a parent.
/// Others are customers outside of the inspected set: what members of a family that goes together pay for or inherit from each other is owned, never paid for or inherited elsewhere.
/// </summary>
internal sealed class SubscriptionsEdge : ICascadeEdge
{
    private const string Block = "block";
    private const string CancelNow = "cancel_now";
    private const string EndWithPeriod = "end_with_period";
    private const string TakeBackEnd = "take_back_end";

    private const string Owned = "owned";
    private const string PaidFor = "paid_for";
    private const string InheritedElsewhere = "inherited_elsewhere";
    private static readonly string Cancelled = StoredName.Of(SubscriptionStatus.Cancelled);

    internal const string FlexPriceMessage = "Please cancel all subscriptions before deleting the customer";

    public string Name => "subscriptions";

    public string LeadingMessage => FlexPriceMessage;

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent switch
    {
        CascadeIntent.Delete => [Block, CancelNow],
        CascadeIntent.Archive => [EndWithPeriod],
        CascadeIntent.Publish => [TakeBackEnd],
    });

    public CascadeStatement Inspect(InspectionScope scope) => new("subscriptions.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context)
    {
        var owned = context.Rows.Where(row => row.Kind == Owned).ToList();
        if (context.Intent != CascadeIntent.Delete)
        {
            return new EdgeDecision { Context = context, Count = owned.Count };
        }

        var paidFor = context.Rows.Where(row => row.Kind == PaidFor).ToList();
        return new EdgeDecision
        {
            Context = context,
            Count = owned.Count,
            Blockers = [.. Blockers(context, owned, paidFor)],
            Effects =
            [
                new RowEffect("subscriptions", RowEffectKind.Deleted, owned.Count),
                new RowEffect("subscription_line_items", RowEffectKind.Deleted, owned.Sum(row => row.Count ?? 0)),
                new RowEffect("subscriptions", RowEffectKind.Updated, OutsidersChanged(context.Rows)),
            ],
        };
    }

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions)
    {
        var customers = decisions.Select(decision => decision.CustomerId).ToList();
        var rows = decisions.SelectMany(decision => decision.Context.Rows).ToList();
        return decisions[0].Action switch
        {
            EndWithPeriod => [new CascadeStatement("subscriptions.end_with_period", customers)],
            TakeBackEnd => [new CascadeStatement("subscriptions.take_back_end", customers)],
            _ =>
            [
                new CascadeStatement("subscriptions.unlink_invoices", customers),
                new CascadeStatement("subscriptions.detach_inherited", customers) { ExpectedRows = Inherited(rows) },
                new CascadeStatement("subscriptions.unlink_payer", customers) { ExpectedRows = rows.Count(row => row.Kind == PaidFor && row.State == Cancelled) },
                new CascadeStatement("subscriptions.delete_line_items", customers) { ExpectedRows = rows.Where(row => row.Kind == Owned).Sum(row => row.Count ?? 0) },
                new CascadeStatement("subscriptions.delete", customers) { ExpectedRows = rows.Count(row => row.Kind == Owned) },
            ],
        };
    }

    public IEnumerable<IDomainEvent> Announce(EdgeDecision decision, DeletionId? deletion, Change change) =>
        decision.Action == CancelNow
            ? decision.Context.Rows
                .Where(row => row.Kind == Owned && row.State != Cancelled)
                .Select(row => new SubscriptionCancelled(SubscriptionId.From(row.Id), decision.CustomerId, change.At))
            : [];

    // The parent is cleared, whether the heir belongs to a member of the family or to another customer.
    private static long Inherited(IReadOnlyList<InventoryRow> rows)
    {
        var owned = rows.Where(row => row.Kind == Owned).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        return rows.Count(row => row.Kind == InheritedElsewhere || (row.Kind == Owned && row.RelatedId is { } parent && owned.Contains(parent)));
    }

    // Another customer's subscription can be both paid for by a member of the family and inherited from one: it is changed once.
    // The inspection counts at a paid one whether it is inherited as well.
    private static long OutsidersChanged(IReadOnlyList<InventoryRow> rows) => rows
        .Where(row => row.Kind == InheritedElsewhere || (row.Kind == PaidFor && row.State == Cancelled && row.Count is not > 0))
        .Select(row => row.Id)
        .Distinct(StringComparer.Ordinal)
        .LongCount();

    private static IEnumerable<Blocker> Blockers(EdgeContext context, IReadOnlyList<InventoryRow> owned, IReadOnlyList<InventoryRow> paidFor)
    {
        var running = owned.Where(row => row.State != Cancelled).Select(row => row.Id).ToList();
        if (context.Chosen.Action == Block && running.Count > 0)
        {
            yield return new Blocker(
                "subscriptions",
                running.Count,
                FlexPriceMessage,
                $"Cancel each with {Operation.CancelSubscriptionNow}{context.Policy.OrChoose(CancelNow)}.",
                [.. running.Take(Blocker.MaximumIds)]);
        }

        var paid = paidFor.Where(row => row.State != Cancelled).Select(row => row.Id).ToList();
        if (paid.Count > 0)
        {
            yield return new Blocker(
                "subscriptions",
                paid.Count,
                "The customer pays for subscriptions of other customers",
                $"Name another payer of each with {Operation.ChangePayer}, or an empty string for its own customer.",
                [.. paid.Take(Blocker.MaximumIds)]);
        }
    }
}
