using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Wallets;

/// <summary>When a wallet is filled.</summary>
[EnumNames(wire: NameStyle.UpperSnake, stored: NameStyle.Snake)]
public enum WalletType
{
    /// <summary>Before use.</summary>
    PrePaid,

    /// <summary>After use.</summary>
    PostPaid,
}
