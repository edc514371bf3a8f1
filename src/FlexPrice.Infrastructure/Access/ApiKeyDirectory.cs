using FlexPrice.Application.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Access;

internal sealed class ApiKeyDirectory(FlexPriceDbContext context, IDatabaseDialect dialect, IApiKeySecrets secrets, TimeProvider clock) : IApiKeyDirectory
{
    public async Task<AuthenticatedKey?> FindAsync(string presentedKey, CancellationToken cancellationToken)
    {
        var hash = secrets.Fingerprint(presentedKey).Hash;
        var known = context.ApiKeys
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(key => key.KeyHash == hash)
            .Join(context.Tenants, key => key.TenantId, tenant => tenant.Id, (key, tenant) => new { Key = key, tenant.Status });
        var found = await dialect.Retrying(context).ExecuteAsync(token => known.FirstOrDefaultAsync(token), cancellationToken);
        return found is not null && found.Key.IsUsable(clock.GetUtcNow())
            ? new AuthenticatedKey(found.Key.Id, new EnvironmentScope(found.Key.TenantId, found.Key.EnvironmentId), found.Key.Roles, found.Status)
            : null;
    }
}
