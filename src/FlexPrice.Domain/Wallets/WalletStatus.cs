namespace FlexPrice.Domain.Wallets;

/// <summary>Whether a wallet can be used.</summary>
public enum WalletStatus
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Held; nothing can be paid from it.</summary>
    Frozen,

    /// <summary>Ended for good.</summary>
    Closed,
}
