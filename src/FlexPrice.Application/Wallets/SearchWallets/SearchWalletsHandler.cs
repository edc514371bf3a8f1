using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets.SearchWallets;

internal sealed class SearchWalletsHandler(IReadRepository<Wallet> wallets) : IQueryHandler<SearchWalletsQuery, Result<Page<Wallet>>>
{
    public async Task<Result<Page<Wallet>>> HandleAsync(SearchWalletsQuery query, CancellationToken cancellationToken)
    {
        var matching = new WalletsMatching(query);
        return new Page<Wallet>(
            await wallets.ListAsync(matching, cancellationToken),
            await wallets.CountAsync(matching, cancellationToken),
            query.Paging);
    }
}
