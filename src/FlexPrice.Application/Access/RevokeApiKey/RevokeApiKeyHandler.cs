using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.RevokeApiKey;

internal sealed class RevokeApiKeyHandler(IRepositoryBase<ApiKey> keys, IApiKeyFamilies families, IRowLocks locks, ICaller caller, TimeProvider clock)
    : ICommandHandler<RevokeApiKeyCommand, RevokedApiKey>
{
    public async Task<RevokedApiKey> HandleAsync(RevokeApiKeyCommand command, CancellationToken cancellationToken)
    {
        if (command.WithDescendants)
        {
            await locks.LockApiKeysAsync(cancellationToken);
        }

        if (!TypedId.TryParse<ApiKeyId>(command.Id, out var id)
            || await keys.FirstOrDefaultAsync(new ApiKeyById(id), cancellationToken) is not { Status: ApiKeyStatus.Published } key)
        {
            return AccessErrors.KeyNotFound(command.Id);
        }

        if (!MayRevoke(key))
        {
            return AccessErrors.KeyOfAnotherPrincipal();
        }

        var change = caller.ChangeNow(clock);
        key.Revoke(change);
        return RevokedApiKey.Done(id, command.WithDescendants
            ? new KeyDescendantCount(Living: 0, await RevokeDescendantsAsync(id, change, cancellationToken))
            : new KeyDescendantCount(await families.CountLivingDescendantsAsync(id, change.At, cancellationToken), Revoked: 0));
    }

    private async Task<int> RevokeDescendantsAsync(ApiKeyId id, Change change, CancellationToken cancellationToken)
    {
        var published = await families.PublishedDescendantsAsync(id, cancellationToken);
        foreach (var descendant in await keys.ListAsync(new ApiKeysByIds([.. published]), cancellationToken))
        {
            descendant.Revoke(change);
        }

        return published.Count;
    }

    private bool MayRevoke(ApiKey key) =>
        key.Id.Value == caller.ActorId || key.CreatedBy == caller.ActorId || caller.Roles.Contains(Role.SuperAdmin, StringComparer.Ordinal);
}
