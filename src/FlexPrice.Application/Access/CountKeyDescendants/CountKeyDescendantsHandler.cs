using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.CountKeyDescendants;

internal sealed class CountKeyDescendantsHandler(IReadRepository<ApiKey> keys, KeyDescendants descendants, TimeProvider clock)
    : IQueryHandler<CountKeyDescendantsQuery, Result<KeyDescendantCount>>
{
    public async Task<Result<KeyDescendantCount>> HandleAsync(CountKeyDescendantsQuery query, CancellationToken cancellationToken)
    {
        if (await keys.FirstOrDefaultAsync(new ApiKeyById(query.Id), cancellationToken) is not { } key)
        {
            return AccessErrors.KeyNotFound(query.Id.Value);
        }

        var all = await descendants.OfAsync(query.Id, cancellationToken);
        return new KeyDescendantCount(
            all.Count(descendant => descendant.IsUsable(clock.GetUtcNow())),
            all.Count(descendant => descendant.Status == ApiKeyStatus.Deleted && descendant.UpdatedAt == key.UpdatedAt && descendant.UpdatedBy == key.UpdatedBy));
    }
}
