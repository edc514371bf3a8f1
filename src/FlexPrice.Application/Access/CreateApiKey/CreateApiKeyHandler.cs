using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.CreateApiKey;

internal sealed class CreateApiKeyHandler(
    IRepositoryBase<ApiKey> keys,
    IApiKeySecrets secrets,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<CreateApiKeyCommand, Result<IssuedApiKey>>
{
    public async Task<Result<IssuedApiKey>> HandleAsync(CreateApiKeyCommand command, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> roles = [.. (command.Roles ?? caller.Roles).Distinct(StringComparer.Ordinal)];
        if (roles.FirstOrDefault(role => !Role.MayGrant(caller.Roles, role)) is { } tooMuch)
        {
            return AccessErrors.MayNotGrant(tooMuch);
        }

        var type = CreateApiKeyValidator.Types[command.Type ?? CreateApiKeyValidator.PrivateKey];
        var secret = secrets.New(type);
        var key = ApiKey.Issue(
            caller.Scope,
            ids.New<ApiKeyId>(),
            command.Name!,
            type,
            secrets.Fingerprint(secret),
            roles,
            command.ExpiresAt?.ToUniversalTime(),
            caller.ChangeNow(clock));
        await keys.AddAsync(key, cancellationToken);
        return new IssuedApiKey(key, secret);
    }
}
