using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Keys;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Environment = FlexPrice.Domain.Access.Environment;

namespace FlexPrice.Infrastructure.Access;

/// <summary>The environment that the operator works in: the first of the database.</summary>
internal sealed class DefaultEnvironment(FlexPriceDbContext context, KeyGuard guard, IIdGenerator ids, TimeProvider clock)
{
    private const string DefaultName = "default";

    /// <summary>Finds the environment after checking the database's keys, or creates it in a new database. Only under the start lock.</summary>
    /// <exception cref="ConfigurationException">The available keys are not those of the database.</exception>
    public async Task<EnvironmentScope> EnsureAsync(CancellationToken cancellationToken)
    {
        var first = await context.Environments.OrderBy(environment => environment.CreatedAt).ThenBy(environment => environment.Id).FirstOrDefaultAsync(cancellationToken);
        if (first is not null)
        {
            await guard.CheckAsync(cancellationToken);
            await guard.RecordNewKeysAsync(cancellationToken);
            return new EnvironmentScope(first.TenantId, first.Id);
        }

        var tenant = Tenant.Register(ids.New<TenantId>(), DefaultName, clock.GetUtcNow());
        var opened = Environment.Open(tenant.Id, ids.New<EnvironmentId>(), DefaultName, EnvironmentType.Development, clock.GetUtcNow());
        context.AddRange(tenant, opened);
        guard.RecordKeys();
        await context.SaveChangesAsync(cancellationToken);
        return new EnvironmentScope(tenant.Id, opened.Id);
    }
}
