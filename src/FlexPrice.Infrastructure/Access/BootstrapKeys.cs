using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Access;

/// <summary>
/// Makes the operator's keys work, and ends the older ones that the setting no longer names. It never ends a newer one: another process may have it, whose setting was
/// changed before this one's. A key that a change of the setting has ended can be restored by the setting; a revoked key stays revoked, and does not stop the start.
/// </summary>
internal sealed partial class BootstrapKeys(
    BootstrapKeyStore store,
    FlexPriceSettings settings,
    IDevelopmentKey developmentKey,
    IUnitOfWork unitOfWork,
    TimeProvider clock,
    ILogger<BootstrapKeys> logger)
{
    /// <summary>Issues, reinstates and revokes keys of the environment according to the setting.</summary>
    /// <exception cref="ConfigurationException">The setting names a key that was issued through the API.</exception>
    public async Task EnsureAsync(EnvironmentScope scope, CancellationToken cancellationToken)
    {
        var wanted = await ConfiguredKeysAsync(cancellationToken);
        var result = await unitOfWork.ExecuteAsync<Result<bool>>(
            async token =>
            {
                var known = new List<ApiKey>();
                foreach (var key in wanted)
                {
                    known.Add(await EnsureAsync(scope, key, token));
                }

                await SupersedeFormerAsync(known, token);
                return true;
            },
            cancellationToken);
        if (result.Error is { } error)
        {
            throw new InvalidOperationException($"The operator's key could not be stored: {error.Message}.");
        }
    }

    private async Task<IReadOnlyList<string>> ConfiguredKeysAsync(CancellationToken cancellationToken)
    {
        if (!settings.Bootstrap.IsAbsent || developmentKey.Value is not { } made)
        {
            return settings.Bootstrap.Keys;
        }

        if ((await store.FindAsync(made, cancellationToken)).Exists(known => !CanBeReinstated(known)))
        {
            developmentKey.Replace();
        }

        return [developmentKey.Value];
    }

    private async Task<ApiKey> EnsureAsync(EnvironmentScope scope, string key, CancellationToken cancellationToken)
    {
        var wanted = store.FingerprintOf(key);
        var found = await store.FindAsync(key, cancellationToken);
        if (found.Find(known => !known.IsBootstrap) is { } issued)
        {
            throw new ConfigurationException([$"Bootstrap__ApiKey is a key ({issued.DisplayId}) that was issued through the API: choose another one."]);
        }

        var former = found.Find(known => known.KeyHash != wanted.Hash);
        var known = found.Find(known => known.KeyHash == wanted.Hash);
        if (known is null && former is null)
        {
            return store.Issue(scope, wanted);
        }

        if (known is null)
        {
            former!.StoreUnder(wanted.Hash);
            known = former;
        }
        else
        {
            // A process of an earlier version has stored the same key a second time.
            former?.Revoke(BySystem());
        }

        if (CanBeReinstated(known))
        {
            known.Reinstate(BySystem());
        }
        else
        {
            LogRevoked(logger, known.DisplayId);
        }

        return known;
    }

    private async Task SupersedeFormerAsync(List<ApiKey> wanted, CancellationToken cancellationToken)
    {
        var working = await store.ListPublishedAsync(cancellationToken);
        var others = working.Except(wanted).ToList();
        if (settings.Bootstrap.EndsAll)
        {
            others.ForEach(other => other.Revoke(BySystem()));
        }
        else if (wanted.Count == 0)
        {
            others.ForEach(other => LogUnnamed(logger, other.DisplayId, other.Id.Value));
        }
        else
        {
            var newest = wanted.Max(known => known.CreatedAt);
            foreach (var other in others)
            {
                if (other.CreatedAt > newest)
                {
                    LogNewer(logger, other.DisplayId, other.Id.Value);
                }
                else
                {
                    other.Revoke(BySystem());
                }
            }
        }
    }

    private static bool CanBeReinstated(ApiKey known) => known.IsBootstrap && (known.Status == ApiKeyStatus.Published || known.IsSuperseded);

    private Change BySystem() => new(clock.GetUtcNow(), "");

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Bootstrap__ApiKey or Bootstrap__PreviousApiKey is a key ({DisplayId}) that was revoked, and a revoked key never comes back: choose another one, or make a key with: api-keys create --name NAME --role super_admin")]
    private static partial void LogRevoked(ILogger logger, string displayId);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Bootstrap__ApiKey names no key, and the key {DisplayId} that it named before still works: to end it set Bootstrap__ApiKey to none, or run: api-keys revoke {Id}")]
    private static partial void LogUnnamed(ILogger logger, string displayId, string id);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Bootstrap__ApiKey names older keys than {DisplayId}, which another process was given and which still works: give this process the same setting, or end that key with: api-keys revoke {Id}")]
    private static partial void LogNewer(ILogger logger, string displayId, string id);
}
