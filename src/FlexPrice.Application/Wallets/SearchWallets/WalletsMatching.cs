using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets.SearchWallets;

/// <summary>Wallets that match a search, the newest first.</summary>
internal sealed class WalletsMatching : Specification<Wallet>
{
    public WalletsMatching(SearchWalletsQuery query)
    {
        if (query.CustomerId is { } sent)
        {
            // An id of another kind matches no customer.
            var customer = sent.Id<CustomerId>();
            Query.Where(wallet => wallet.CustomerId == customer);
        }

        if (WireName.TryParse<WalletStatus>(query.Status, out var status))
        {
            Query.Where(wallet => wallet.Status == status);
        }

        if (query.WalletIds is { Count: > 0 } walletIds)
        {
            var ids = walletIds.Ids<WalletId>();
            Query.Where(wallet => ids.Contains(wallet.Id));
        }

        Query.OrderByDescending(wallet => wallet.CreatedAt)
            .ThenByDescending(wallet => wallet.Id)
            .Skip(query.Paging.Offset)
            .Take(query.Paging.EffectiveLimit)
            .AsNoTracking();
    }
}
