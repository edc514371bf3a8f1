using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Access;

/// <summary>
/// Makes the operator's setting true: the key that it names works, and no other key that it ever made. What a change of the setting has ended,
/// the setting can bring back; what somebody revoked through the API stays revoked.
/// </summary>
internal sealed class BootstrapKey(
    FlexPriceDbContext context,
    FlexPriceSettings settings,
    IDevelopmentKey developmentKey,
    IApiKeySecrets secrets,
    IUnitOfWork unitOfWork,
    IIdGenerator ids,
    TimeProvider clock)
{
    /// <summary>Issues, reinstates and revokes keys of the environment until the setting is true.</summary>
    /// <exception cref="ConfigurationException">The key that the setting names must not work.</exception>
    public async Task EnsureAsync(EnvironmentScope scope, CancellationToken cancellationToken)
    {
        if (settings.BootstrapKey is null && developmentKey.Value is { } made && await FindAsync(secrets.Fingerprint(made), cancellationToken) is { } known && !MayWork(known))
        {
            developmentKey.Replace();
        }

        ApiKeyFingerprint? wanted = (settings.BootstrapKey ?? developmentKey.Value) is { } key ? secrets.Fingerprint(key) : null;
        var result = await unitOfWork.ExecuteAsync<Result<bool>>(
            async token =>
            {
                await RevokeFormerAsync(wanted, token);
                if (wanted is { } fingerprint)
                {
                    await IssueAsync(scope, fingerprint, token);
                }

                return true;
            },
            cancellationToken);
        if (result.Error is { } error)
        {
            throw new InvalidOperationException($"The operator's key could not be stored: {error.Message}.");
        }
    }

    private async Task RevokeFormerAsync(ApiKeyFingerprint? wanted, CancellationToken cancellationToken)
    {
        var working = await context.ApiKeys.Where(known => known.IsBootstrap && known.Status == ApiKeyStatus.Published).ToListAsync(cancellationToken);
        foreach (var former in working.Where(known => known.KeyHash != wanted?.Hash))
        {
            former.Revoke(BySystem());
        }
    }

    private async Task IssueAsync(EnvironmentScope scope, ApiKeyFingerprint wanted, CancellationToken cancellationToken)
    {
        var known = await FindAsync(wanted, cancellationToken);
        if (known is null)
        {
            context.ApiKeys.Add(ApiKey.IssueBootstrap(scope, ids.New<ApiKeyId>(), wanted, clock.GetUtcNow()));
        }
        else if (MayWork(known))
        {
            known.Reinstate(BySystem());
        }
        else
        {
            throw new ConfigurationException(known.IsBootstrap
                ? [$"Bootstrap__ApiKey is a key ({known.DisplayId}) that was revoked through the API, and such a key never comes back: choose another one."]
                : [$"Bootstrap__ApiKey is a key ({known.DisplayId}) that was issued through the API: choose another one."]);
        }
    }

    // A presented key says nothing about its environment, so that no two environments have the same.
    private Task<ApiKey?> FindAsync(ApiKeyFingerprint fingerprint, CancellationToken cancellationToken) =>
        context.ApiKeys.IgnoreQueryFilters().FirstOrDefaultAsync(known => known.KeyHash == fingerprint.Hash, cancellationToken);

    private static bool MayWork(ApiKey known) => known.IsBootstrap && (known.Status == ApiKeyStatus.Published || known.IsSuperseded);

    private Change BySystem() => new(clock.GetUtcNow(), "");
}
