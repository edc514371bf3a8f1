using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.CreateApiKey;

internal sealed class CreateApiKeyHandler(
    IRepository<ApiKey> keys,
    IRowLocks locks,
    IApiKeySecrets secrets,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<CreateApiKeyCommand, Result<IssuedApiKey>>
{
    public async Task<Result<IssuedApiKey>> HandleAsync(CreateApiKeyCommand command, CancellationToken cancellationToken)
    {
        var type = WireName.Parse(command.Type, ApiKeyType.PrivateKey);
        IReadOnlyList<string> roles = [.. (command.Roles ?? Role.DefaultRoles(type, caller.Roles)).Distinct(StringComparer.Ordinal)];
        if (roles.FirstOrDefault(role => !Role.CanGrant(caller.Roles, role)) is { } tooMuch)
        {
            return AccessErrors.RoleNotGrantable(tooMuch);
        }

        var expiry = await ExpiryAsync(command.ExpiresAt?.ToUniversalTime(), cancellationToken);
        if (expiry.Error is { } refused)
        {
            return refused;
        }

        var secret = secrets.New(type);
        var key = ApiKey.Issue(
            caller.Scope,
            ids.New<ApiKeyId>(),
            command.Name!,
            type,
            secrets.Fingerprint(secret),
            roles,
            expiry.Value.At,
            caller.ChangeNow(clock));
        await keys.AddAsync(key, cancellationToken);
        return new IssuedApiKey(key, secret);
    }

    private async Task<Result<Expiry>> ExpiryAsync(DateTimeOffset? asked, CancellationToken cancellationToken)
    {
        // An operator at the command line has no key.
        if (!TypedId.TryParse<ApiKeyId>(caller.ActorId, out var issuerId))
        {
            return new Expiry(asked);
        }

        // Read again under the lock: a concurrent revocation of the issuer with its descendants would miss this key.
        await locks.LockApiKeysSharedAsync(cancellationToken);
        if (await keys.FirstOrDefaultAsync(new ApiKeyById(issuerId), cancellationToken) is not { } issuer || !issuer.IsUsable(clock.GetUtcNow()))
        {
            return AccessErrors.Unauthorized();
        }

        return issuer.ExpiresAt is { } latest && asked > latest ? AccessErrors.ExpiresAfterIssuer(latest) : new Expiry(asked ?? issuer.ExpiresAt);
    }

    private sealed record Expiry(DateTimeOffset? At);
}
