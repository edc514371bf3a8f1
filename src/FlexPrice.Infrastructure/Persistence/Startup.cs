using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.EntityFrameworkCore;
using Environment = FlexPrice.Domain.Access.Environment;

namespace FlexPrice.Infrastructure.Persistence;

internal sealed class Startup(
    FlexPriceDbContext context,
    FlexPriceSettings settings,
    KeyGuard guard,
    IDevelopmentKey developmentKey,
    IApiKeySecrets secrets,
    IUnitOfWork unitOfWork,
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
        if ((settings.BootstrapKey ?? developmentKey.Value) is { } key)
        {
            await EnsureBootstrapKeyAsync(scope, key, cancellationToken);
        }
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

    // Changing the operator's key revokes the former one.
    private async Task EnsureBootstrapKeyAsync(EnvironmentScope scope, string key, CancellationToken cancellationToken)
    {
        var fingerprint = secrets.Fingerprint(key);
        var result = await unitOfWork.ExecuteAsync<Result<bool>>(
            async token =>
            {
                var keys = await context.ApiKeys.Where(known => known.IsBootstrap && known.Status == ApiKeyStatus.Published).ToListAsync(token);
                foreach (var former in keys.Where(known => known.KeyHash != fingerprint.Hash))
                {
                    former.Revoke(new Change(clock.GetUtcNow(), ""));
                }

                if (keys.All(known => known.KeyHash != fingerprint.Hash))
                {
                    context.ApiKeys.Add(ApiKey.IssueBootstrap(scope, ids.New<ApiKeyId>(), fingerprint, clock.GetUtcNow()));
                }

                return true;
            },
            cancellationToken);
        if (result.Error is { } error)
        {
            throw new InvalidOperationException($"The operator's key could not be stored: {error.Message}. A key that was revoked cannot come back: configure another one.");
        }
    }
}
