using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.RevokeApiKey;

internal sealed class RevokeApiKeyHandler(IRepository<ApiKey> keys, KeyDescendants descendants, IRowLocks locks, ICaller caller, TimeProvider clock)
    : ICommandHandler<RevokeApiKeyCommand, CommandResult<ApiKeyId>>
{
    public async Task<CommandResult<ApiKeyId>> HandleAsync(RevokeApiKeyCommand command, CancellationToken cancellationToken)
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
        if (command.WithDescendants)
        {
            var published = (await descendants.OfAsync(id, cancellationToken)).Where(descendant => descendant.Status == ApiKeyStatus.Published).Select(descendant => descendant.Id);
            foreach (var descendant in await keys.ListAsync(new ApiKeysByIds([.. published]), cancellationToken))
            {
                descendant.Revoke(change);
            }
        }

        return id;
    }

    private bool MayRevoke(ApiKey key) =>
        key.Id.Value == caller.ActorId || key.CreatedBy == caller.ActorId || caller.Roles.Contains(Role.SuperAdmin, StringComparer.Ordinal);
}
