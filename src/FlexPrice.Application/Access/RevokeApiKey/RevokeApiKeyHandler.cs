using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.RevokeApiKey;

internal sealed class RevokeApiKeyHandler(IRepository<ApiKey> keys, IApiKeyFamilies families, IRowLocks locks, ICaller caller, TimeProvider clock)
    : ICommandHandler<RevokeApiKeyCommand, RevokedApiKey>
{
    public async Task<RevokedApiKey> HandleAsync(RevokeApiKeyCommand command, CancellationToken cancellationToken)
    {
        if (command.WithDescendants)
        {
            await locks.LockApiKeysExclusiveAsync(cancellationToken);
        }

        if (!TypedId.TryParse<ApiKeyId>(command.Id, out var id)
            || await keys.FirstOrDefaultAsync(new ApiKeyById(id), cancellationToken) is not { Status: ApiKeyStatus.Published } key)
        {
            return AccessErrors.KeyNotFound(command.Id);
        }

        if (!CanRevoke(key))
        {
            return AccessErrors.KeyOfAnotherPrincipal();
        }

        var change = caller.ChangeNow(clock);
        key.Revoke(change);
        var descendants = await families.DescendantsAsync(id, cancellationToken);
        if (!command.WithDescendants)
        {
            return RevokedApiKey.Success(id, new KeyDescendantCount(descendants.Count(descendant => ApiKey.IsUsable(descendant.Status, descendant.ExpiresAt, change.At)), Revoked: 0));
        }

        IReadOnlyList<ApiKeyId> published = [.. descendants.Where(descendant => descendant.Status == ApiKeyStatus.Published).Select(descendant => descendant.Id)];
        foreach (var descendant in await keys.ListAsync(new ApiKeysByIds(published), cancellationToken))
        {
            descendant.Revoke(change);
        }

        return RevokedApiKey.Success(id, new KeyDescendantCount(Living: 0, published.Count));
    }

    private bool CanRevoke(ApiKey key) =>
        key.Id.Value == caller.ActorId || key.CreatedBy == caller.ActorId || caller.Roles.Contains(Role.SuperAdmin, StringComparer.Ordinal);
}
