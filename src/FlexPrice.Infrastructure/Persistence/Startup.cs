using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.EntityFrameworkCore;
using Environment = FlexPrice.Domain.Access.Environment;

namespace FlexPrice.Infrastructure.Persistence;

internal sealed class Startup(
    FlexPriceDbContext context,
    FlexPriceSettings settings,
    KeyGuard guard,
    BootstrapKey bootstrapKey,
    ICallerSetter caller,
    IIdGenerator ids,
    TimeProvider clock) : IStartup
{
    private const string DefaultName = "default";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (settings.MigrateOnStart)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(settings.ConnectionString).DataSource)!);
            await context.Database.MigrateAsync(cancellationToken);
        }

        var scope = await EnsureDefaultEnvironmentAsync(cancellationToken);
        caller.Become(scope, "", [Role.SuperAdmin], TenantStatus.Active, idempotencyKey: null);
        await bootstrapKey.EnsureAsync(scope, cancellationToken);
    }

    private async Task<EnvironmentScope> EnsureDefaultEnvironmentAsync(CancellationToken cancellationToken)
    {
        var first = await context.Environments.OrderBy(environment => environment.CreatedAt).ThenBy(environment => environment.Id).FirstOrDefaultAsync(cancellationToken);
        if (first is not null)
        {
            await guard.CheckAsync(cancellationToken);
            return new EnvironmentScope(first.TenantId, first.Id);
        }

        var tenant = Tenant.Register(ids.New<TenantId>(), DefaultName, clock.GetUtcNow());
        var opened = Environment.Open(tenant.Id, ids.New<EnvironmentId>(), DefaultName, EnvironmentType.Development, clock.GetUtcNow());
        context.AddRange(tenant, opened);
        guard.Remember();
        await context.SaveChangesAsync(cancellationToken);
        return new EnvironmentScope(tenant.Id, opened.Id);
    }
}
