using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Access;

/// <summary>The rows of the operator's keys.</summary>
internal sealed class BootstrapKeyStore(FlexPriceDbContext context, IApiKeySecrets secrets, IIdGenerator ids, TimeProvider clock)
{
    /// <summary>What is stored of a key.</summary>
    public ApiKeyFingerprint FingerprintOf(string key) => secrets.KeyedFingerprint(key);

    /// <summary>Finds the rows of a key in all environments: a presented key does not name its environment, so no two environments have the same.</summary>
    public Task<List<ApiKey>> FindAsync(string key, CancellationToken cancellationToken)
    {
        var (plain, keyed) = secrets.Hashes(key);
        return context.ApiKeys.IgnoreQueryFilters().Where(known => known.KeyHash == plain || known.KeyHash == keyed).ToListAsync(cancellationToken);
    }

    /// <summary>Lists the keys of the setting that work.</summary>
    public Task<List<ApiKey>> ListPublishedAsync(CancellationToken cancellationToken) =>
        context.ApiKeys.Where(known => known.IsBootstrap && known.Status == ApiKeyStatus.Published).ToListAsync(cancellationToken);

    /// <summary>Adds a key of the setting; the unit of work saves it.</summary>
    public ApiKey Issue(EnvironmentScope scope, ApiKeyFingerprint fingerprint)
    {
        var issued = ApiKey.IssueBootstrap(scope, ids.New<ApiKeyId>(), fingerprint, clock.GetUtcNow());
        context.ApiKeys.Add(issued);
        return issued;
    }
}
