namespace FlexPrice.Domain.Wallets;

/// <summary>The direction of a wallet transaction.</summary>
public enum WalletTransactionType
{
    /// <summary>Into the wallet.</summary>
    Credit,

    /// <summary>Out of the wallet.</summary>
    Debit,
}
