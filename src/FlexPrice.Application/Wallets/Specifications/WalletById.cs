using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets;

/// <summary>The wallet with an id. Its movements are only ever added to, so they are not loaded.</summary>
internal sealed class WalletById : Specification<Wallet>
{
    public WalletById(WalletId id) => Query.Where(wallet => wallet.Id == id);
}
