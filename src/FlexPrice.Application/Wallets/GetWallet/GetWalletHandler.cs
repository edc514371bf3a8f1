using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets.GetWallet;

internal sealed class GetWalletHandler(IReadRepository<Wallet> wallets) : IQueryHandler<GetWalletQuery, Result<Wallet>>
{
    public async Task<Result<Wallet>> HandleAsync(GetWalletQuery query, CancellationToken cancellationToken) =>
        TypedId.TryParse<WalletId>(query.Id, out var id) && await wallets.FirstOrDefaultAsync(new WalletById(id), cancellationToken) is { } wallet
            ? wallet
            : WalletErrors.NotFound(query.Id);
}
