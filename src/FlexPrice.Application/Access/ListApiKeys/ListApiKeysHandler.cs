using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.ListApiKeys;

internal sealed class ListApiKeysHandler(IReadRepository<ApiKey> keys, ICaller caller) : IQueryHandler<ListApiKeysQuery, Result<Page<ApiKey>>>
{
    public async Task<Result<Page<ApiKey>>> HandleAsync(ListApiKeysQuery query, CancellationToken cancellationToken)
    {
        var visible = new ApiKeysVisibleTo(caller, query);
        return new Page<ApiKey>(
            await keys.ListAsync(visible, cancellationToken),
            await keys.CountAsync(visible, cancellationToken),
            query.Paging);
    }
}
