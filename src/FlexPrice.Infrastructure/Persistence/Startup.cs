using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Sample;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Channels;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Environment = FlexPrice.Domain.Access.Environment;

namespace FlexPrice.Infrastructure.Persistence;

internal sealed partial class Startup(
    FlexPriceDbContext context,
    FlexPriceSettings settings,
    DatabasePreparation preparation,
    KeyGuard guard,
    BootstrapKey bootstrapKey,
    ChannelRegister channels,
    ProcessRegister processes,
    ISampleData sampleData,
    ICallerSetter caller,
    IIdGenerator ids,
    TimeProvider clock,
    ILogger<Startup> logger) : IStartup
{
    private const string DefaultName = "default";

    public async Task<SampleFamily?> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var warning in settings.Warnings.Concat(FolderCheck.Warnings(settings)))
        {
            LogWarning(logger, warning);
        }

        if (settings.KeysCertificate is null)
        {
            LogPlainKeys(logger, settings.KeysPath);
        }

        return await preparation.ExplainingAsync(() => PrepareAsync(cancellationToken));
    }

    private async Task<SampleFamily?> PrepareAsync(CancellationToken cancellationToken)
    {
        // Everything that is made only once is made under the lock: two processes that start on a new file would make it twice.
        await using var turn = await preparation.EnterAsync(settings.Database.MigrateOnStart, cancellationToken);
        if (settings.Database.MigrateOnStart)
        {
            await preparation.MigrateAsync(cancellationToken);
        }
        else
        {
            await preparation.CheckAsync(cancellationToken);
        }

        await preparation.FinishAsync(cancellationToken);
        var scope = await EnsureDefaultEnvironmentAsync(cancellationToken);
        caller.BecomeSystemOf(scope);
        await bootstrapKey.EnsureAsync(scope, cancellationToken);

        // Before anybody can send a request here: no event of this process may come before its channels.
        await channels.RecordAsync(cancellationToken);
        await processes.BeatAsync(cancellationToken);
        return await sampleData.EnsureAsync(cancellationToken);
    }

    private async Task<EnvironmentScope> EnsureDefaultEnvironmentAsync(CancellationToken cancellationToken)
    {
        var first = await context.Environments.OrderBy(environment => environment.CreatedAt).ThenBy(environment => environment.Id).FirstOrDefaultAsync(cancellationToken);
        if (first is not null)
        {
            await guard.CheckAsync(cancellationToken);
            await guard.NoteNewKeysAsync(cancellationToken);
            return new EnvironmentScope(first.TenantId, first.Id);
        }

        var tenant = Tenant.Register(ids.New<TenantId>(), DefaultName, clock.GetUtcNow());
        var opened = Environment.Open(tenant.Id, ids.New<EnvironmentId>(), DefaultName, EnvironmentType.Development, clock.GetUtcNow());
        context.AddRange(tenant, opened);
        guard.Remember();
        await context.SaveChangesAsync(cancellationToken);
        return new EnvironmentScope(tenant.Id, opened.Id);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The keys in {Path} are not encrypted: whoever reads that folder can open what is sealed; Keys__Certificate encrypts the key ring")]
    private static partial void LogPlainKeys(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void LogWarning(ILogger logger, string warning);
}
