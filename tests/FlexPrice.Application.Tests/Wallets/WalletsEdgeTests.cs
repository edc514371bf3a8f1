using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Application.Wallets;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;
using FlexPrice.Domain.Wallets.Events;

namespace FlexPrice.Application.Tests.Wallets;

public sealed class WalletsEdgeTests
{
    private readonly WalletsEdge _edge = new();

    [Theory]
    [InlineData("active", 0)]
    [InlineData("active", 10)]
    [InlineData("frozen", 0)]
    public void Block_WhenAWalletIsNotClosed_BlocksWhateverItsBalance(string state, int balance)
    {
        var blocker = _edge.Decide("block", Row.Wallet(state, balance: balance), Row.Wallet("closed", '2')).Blockers.ShouldHaveSingleItem();

        blocker.Count.ShouldBe(1);
        blocker.Ids.ShouldBe([Given.Id("wallet", '1')]);
        blocker.Message.ShouldBe(WalletsEdge.FlexPriceMessage);
        blocker.Fix.ToString().ShouldContain("or choose wallets=forfeit or refund");
    }

    [Fact]
    public void Block_WhenTheEnvironmentAllowsNothingElse_DoesNotProposeIt() =>
        _edge.Decide(_edge.Context("block").Strictly() with { Rows = [Row.Wallet("active")] }).Blockers.ShouldHaveSingleItem().Fix.ToString().ShouldNotContain("or choose");

    [Fact]
    public void Block_WhenAllAreClosed_DeletesThem()
    {
        var decision = _edge.Decide("block", Row.Wallet("closed", transactions: 4), Row.Wallet("closed", '2') with { Count = null });

        decision.Blockers.ShouldBeEmpty();
        decision.Effects.ShouldBe([new RowEffect("wallets", RowEffectKind.Deleted, 2), new RowEffect("wallet_transactions", RowEffectKind.Deleted, 4)]);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Forfeit_WhenWalletsAreOpen_DeletesAndAnnouncesThem()
    {
        var decision = _edge.Decide("forfeit", Row.Wallet("active", transactions: 1), Row.Wallet("closed", '2', transactions: 2) with { Count = null });

        decision.Blockers.ShouldBeEmpty();
        decision.Money.ShouldBe([new MoneyAmount("eur", 20)]);
        _edge.Statements(decision).ShouldBe([("wallets.delete_transactions", 1), ("wallets.delete", 2)]);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).ShouldBe([new WalletTerminated(WalletId.From(Given.Id("wallet", '1')), Row.Customer, Given.At(1).At)]);
    }

    [Fact]
    public void Refund_WhenWalletsAreWorthSomething_MakesRecipientsOfThem()
    {
        var decision = _edge.Decide("refund", Row.Wallet("active"), Row.Wallet("frozen", '2', balance: 5), Row.Wallet("active", '3', balance: 0), Row.Wallet("closed", '4', balance: 0));

        decision.Blockers.ShouldBeEmpty();
        decision.Recipients.ShouldBe([new RecipientCount(Recipient.RefundProvider, RecipientAction.PayOut, 2)]);
        _edge.Statements(decision).ShouldBe([("wallets.delete_transactions", 12), ("wallets.delete", 4)]);
        _edge.Announce(decision, Ask.Deletion, Given.At(1)).Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("usd", 0.004, 0)]
    [InlineData("usd", 0.005, 1)]
    [InlineData("jpy", 0.4, 0)]
    [InlineData("kwd", 0.001, 1)]
    public void Refund_WhenTheBalanceIsLessThanCanBePaid_MakesNone(string currency, double balance, int recipients) =>
        _edge.Decide("refund", Row.Wallet("active", currency: currency, balance: (decimal)balance)).Recipients.Sum(recipient => recipient.Count).ShouldBe(recipients);

    [Fact]
    public void Refund_WhenNothingIsLeft_MakesNone() => _edge.Decide("refund", Row.Wallet("active", balance: 0)).Recipients.ShouldBeEmpty();

    [Fact]
    public void Decision_WhenRecorded_SaysWhoChoseAndWhatItWasWorth()
    {
        var outcome = _edge.Decide("forfeit", Row.Wallet("active", '1', "usd", 3), Row.Wallet("active", '2', "eur", 4)).ToOutcome();

        outcome.Edge.ShouldBe("wallets");
        outcome.Action.ShouldBe("forfeit");
        outcome.Source.ShouldBe(ActionSource.Request);
        outcome.Count.ShouldBe(2);
        outcome.Money.ShouldBe([new MoneyAmount("eur", 4), new MoneyAmount("usd", 3)]);
    }

    [Theory]
    [InlineData(CascadeIntent.Archive)]
    [InlineData(CascadeIntent.Publish)]
    public void Edge_WhenNotDeleting_StaysOut(CascadeIntent intent) => _edge.ActionsFor(intent).Actions.ShouldBeEmpty();
}
