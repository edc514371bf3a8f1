using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;
using FlexPrice.Domain.Wallets.Events;

namespace FlexPrice.Application.Wallets;

/// <summary>
/// The customer's wallets. Each that is not closed blocks, regardless of its balance (FlexPrice's rule, extended to frozen ones); <c>forfeit</c> and <c>refund</c> close them,
/// and <c>refund</c> makes a recipient of every balance that can be paid (<see cref="RefundsPreparation"/>): the deletion is completed only when it was paid out or waived.
/// </summary>
internal sealed class WalletsEdge : ICascadeEdge
{
    public const string EdgeName = "wallets";
    internal const string FlexPriceMessage = "Customer cannot be deleted due to associated wallets";
    private const string Block = "block";
    private const string Forfeit = "forfeit";
    private const string Refund = "refund";
    private static readonly string Closed = StoredName.Of(WalletStatus.Closed);

    public string Name => EdgeName;

    public string LeadingMessage => FlexPriceMessage;

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Block, Forfeit, Refund] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("wallets.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context)
    {
        var open = context.Rows.Where(row => row.State != Closed).Select(row => row.Id).ToList();
        var toPayOut = context.Chosen.Action == Refund ? context.Rows.Count(IsPaidOut) : 0;
        return new EdgeDecision
        {
            Context = context,
            Count = context.Rows.Count,
            Blockers = context.Chosen.Action == Block && open.Count > 0
                ?
                [
                    new Blocker(
                        Name,
                        open.Count,
                        FlexPriceMessage,
                        Fix(context.Policy),
                        [.. open.Take(Blocker.MaximumIds)]),
                ]
                : [],
            Recipients = toPayOut > 0 ? [new RecipientCount(Recipient.RefundProvider, RecipientAction.PayOut, toPayOut)] : [],
            Effects =
            [
                new RowEffect("wallets", RowEffectKind.Deleted, context.Rows.Count),
                new RowEffect("wallet_transactions", RowEffectKind.Deleted, context.Rows.Sum(row => row.Count ?? 0)),
            ],
        };
    }

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions)
    {
        var customers = decisions.Select(decision => decision.CustomerId).ToList();
        var rows = decisions.SelectMany(decision => decision.Context.Rows).ToList();
        return
        [
            new CascadeStatement("wallets.delete_transactions", customers) { ExpectedRows = rows.Sum(row => row.Count ?? 0) },
            new CascadeStatement("wallets.delete", customers) { ExpectedRows = rows.Count },
        ];
    }

    public IEnumerable<IDomainEvent> Announce(EdgeDecision decision, DeletionId? deletion, Change change) =>
        decision.Context.Rows
            .Where(row => row.State != Closed)
            .Select(row => new WalletTerminated(WalletId.From(row.Id), decision.CustomerId, change.At));

    internal static bool IsPaidOut(InventoryRow wallet) => RefundOf(wallet).Amount > 0;

    /// <summary>What a wallet's balance comes to in money that can be paid.</summary>
    internal static MoneyAmount RefundOf(InventoryRow wallet) => new(wallet.Currency!, CurrencyUnits.Payable(wallet.Amount ?? 0, wallet.Currency!));

    private static Hint Fix(EdgePolicy policy) =>
        $"Close each with {Operation.TerminateWallet}, which forfeits what is left{policy.OrChoose(Forfeit, Refund)}.";
}
