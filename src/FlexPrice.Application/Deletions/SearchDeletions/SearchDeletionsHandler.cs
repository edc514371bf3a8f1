using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.SearchDeletions;

internal sealed class SearchDeletionsHandler(IReadRepository<Deletion> deletions) : IQueryHandler<SearchDeletionsQuery, Result<Page<Deletion>>>
{
    public async Task<Result<Page<Deletion>>> HandleAsync(SearchDeletionsQuery query, CancellationToken cancellationToken)
    {
        var matching = new DeletionsMatching(query);
        return new Page<Deletion>(
            await deletions.ListAsync(matching, cancellationToken),
            await deletions.CountAsync(matching, cancellationToken),
            query.Paging);
    }
}
