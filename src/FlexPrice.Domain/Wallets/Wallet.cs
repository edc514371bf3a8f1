using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets.Events;

namespace FlexPrice.Domain.Wallets;

/// <summary>A customer's credits.</summary>
public sealed class Wallet : AggregateRoot
{
    private readonly List<WalletTransaction> _transactions = [];

    private Wallet()
    {
    }

    private Wallet(EnvironmentScope scope, Change created)
        : base(scope, created)
    {
    }

    /// <summary>The wallet's id.</summary>
    public WalletId Id { get; private set; }

    /// <summary>Whose credits they are.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>What the tenant calls it.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public string Name { get; private set; } = "";

    /// <summary>The tenant's description.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public string Description { get; private set; } = "";

    /// <summary>ISO 4217 code in lower case.</summary>
    [NotPersonal("A currency.")]
    public string Currency { get; private set; } = "";

    /// <summary>When it is filled.</summary>
    public WalletType Type { get; private set; }

    /// <summary>Whether it can be used.</summary>
    public WalletStatus Status { get; private set; }

    /// <summary>The credits in it.</summary>
    public decimal CreditBalance { get; private set; }

    /// <summary>How much money one credit is worth.</summary>
    public decimal ConversionRate { get; private set; } = 1;

    /// <summary>The money that the credits are worth, in <see cref="Currency"/>.</summary>
    public decimal Balance { get; private set; }

    /// <summary>The tenant's own pairs; null when never given.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public IReadOnlyDictionary<string, string>? Metadata { get; private set; }

    /// <summary>The movements, oldest first.</summary>
    public IReadOnlyList<WalletTransaction> Transactions => _transactions;

    /// <summary>Opens a wallet.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="id">Its id.</param>
    /// <param name="customer">Whose it is. Refused when archived.</param>
    /// <param name="terms">What is agreed.</param>
    /// <param name="change">Time and actor.</param>
    public static Result<Wallet> Open(EnvironmentScope scope, WalletId id, Customer customer, WalletTerms terms, Change change)
    {
        if (customer.Status == CustomerStatus.Archived)
        {
            return CustomerErrors.Archived(customer.Id, "The customer must be active to create a wallet");
        }

        var wallet = new Wallet(scope, change)
        {
            Id = id,
            CustomerId = customer.Id,
            Name = terms.Name,
            Description = terms.Description,
            Currency = terms.Currency,
            Type = terms.Type,
            ConversionRate = terms.ConversionRate,
            Metadata = terms.Metadata,
        };
        wallet.Raise(new WalletCreated(id, customer.Id, change.At));
        return wallet;
    }

    /// <summary>Adds credits.</summary>
    /// <param name="transactionId">The id of the movement.</param>
    /// <param name="credits">How many, more than 0.</param>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? Credit(WalletTransactionId transactionId, decimal credits, Change change)
    {
        if (Status != WalletStatus.Active)
        {
            return WalletErrors.NotActive();
        }

        Move(transactionId, WalletTransactionType.Credit, credits, "FREE_CREDIT_GRANT", change);
        return null;
    }

    /// <summary>Closes the wallet and forfeits what is left in it.</summary>
    /// <param name="transactionId">The id of the movement that takes out the rest.</param>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? Terminate(WalletTransactionId transactionId, Change change)
    {
        if (Status == WalletStatus.Closed)
        {
            return WalletErrors.AlreadyTerminated();
        }

        if (CreditBalance > 0)
        {
            Move(transactionId, WalletTransactionType.Debit, CreditBalance, "WALLET_TERMINATION", change);
        }

        Status = WalletStatus.Closed;
        Touch(change);
        Raise(new WalletTerminated(Id, CustomerId, change.At));
        return null;
    }

    private void Move(WalletTransactionId id, WalletTransactionType type, decimal credits, string reason, Change change)
    {
        var transaction = WalletTransaction.Move(this, id, type, credits, reason, change.At);
        _transactions.Add(transaction);
        CreditBalance = transaction.CreditBalanceAfter;
        Balance = CreditBalance * ConversionRate;
        Touch(change);
    }
}
