using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;
using FlexPrice.Domain.Wallets.Events;

namespace FlexPrice.Domain.Tests.Wallets;

public sealed class WalletTests
{
    private static readonly WalletTerms Terms = new("Prepaid", "For tests", "eur", WalletType.PrePaid, 0.5m, null);

    [Fact]
    public void Wallet_WhenOpened_IsActiveAndEmpty()
    {
        var customer = Given.Customer();

        var wallet = Wallet.Open(Given.Scope, WalletId.From(Given.Id("wallet", '1')), customer, Terms, Given.At(0)).Value;

        wallet.Status.ShouldBe(WalletStatus.Active);
        wallet.CustomerId.ShouldBe(customer.Id);
        wallet.CreditBalance.ShouldBe(0);
        wallet.Transactions.ShouldBeEmpty();
        wallet.TakeEvents().ShouldBe([new WalletCreated(wallet.Id, customer.Id, Given.Noon)]);
    }

    [Fact]
    public void Wallet_WhenCustomerIsArchived_IsNotOpened() =>
        Wallet.Open(Given.Scope, default, Given.ArchivedCustomer(), Terms, Given.At(2)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);

    [Fact]
    public void Wallet_WhenCredited_MovesCreditsAndMoney()
    {
        var wallet = Given.Wallet();

        wallet.Credit(Given.TransactionId('1'), 10, Given.At(1)).ShouldBeNull();
        wallet.Credit(Given.TransactionId('2'), 5, Given.At(2)).ShouldBeNull();

        wallet.CreditBalance.ShouldBe(15);
        wallet.Balance.ShouldBe(7.5m);
        wallet.Transactions.Select(move => (move.CreditBalanceBefore, move.CreditBalanceAfter)).ShouldBe([(0m, 10m), (10m, 15m)]);
    }

    [Fact]
    public void Wallet_WhenTerminated_PaysOutAndCloses()
    {
        var wallet = Given.Wallet();
        wallet.Credit(Given.TransactionId('1'), 10, Given.At(1));

        wallet.Terminate(Given.TransactionId('2'), Given.At(2)).ShouldBeNull();

        wallet.Status.ShouldBe(WalletStatus.Closed);
        wallet.CreditBalance.ShouldBe(0);
        wallet.Balance.ShouldBe(0);
        wallet.Transactions[^1].Type.ShouldBe(WalletTransactionType.Debit);
        wallet.Transactions[^1].CreditAmount.ShouldBe(10);
        wallet.TakeEvents().ShouldBe([new WalletTerminated(wallet.Id, wallet.CustomerId, Given.Noon.AddMinutes(2))]);
    }

    [Fact]
    public void Wallet_WhenTerminatedEmpty_WritesNoTransaction()
    {
        var wallet = Given.Wallet();

        wallet.Terminate(Given.TransactionId('1'), Given.At(1)).ShouldBeNull();

        wallet.Transactions.ShouldBeEmpty();
    }

    [Fact]
    public void Wallet_WhenClosed_RefusesEveryMove()
    {
        var wallet = Given.Wallet();
        wallet.Terminate(Given.TransactionId('1'), Given.At(1));
        wallet.TakeEvents();

        wallet.Credit(Given.TransactionId('2'), 1, Given.At(2)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        wallet.Terminate(Given.TransactionId('3'), Given.At(3)).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.InvalidOperation);
        wallet.TakeEvents().ShouldBeEmpty();
    }
}
