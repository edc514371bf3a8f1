using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets;

/// <summary>The customer's active wallet of a currency and type; there is one at most.</summary>
internal sealed class ActiveWalletOfKind : Specification<Wallet>
{
    public ActiveWalletOfKind(CustomerId customer, string currency, WalletType type) =>
        Query.Where(wallet => wallet.CustomerId == customer && wallet.Currency == currency && wallet.Type == type && wallet.Status == WalletStatus.Active);
}
