namespace FlexPrice.Domain.Wallets;

/// <summary>When a wallet is filled.</summary>
public enum WalletType
{
    /// <summary>Before use.</summary>
    PrePaid,

    /// <summary>After use.</summary>
    PostPaid,
}
