using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Sample;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Channels;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Processes;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Persistence;

internal sealed partial class Startup(
    FlexPriceSettings settings,
    DatabasePreparation preparation,
    DefaultEnvironment defaultEnvironment,
    BootstrapKeys bootstrapKeys,
    ChannelRegister channels,
    ProcessRegister processes,
    ISampleData sampleData,
    ICallerSetter caller,
    DatabaseClock databaseClock,
    ILogger<Startup> logger) : IStartup
{
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

        return await preparation.ExplainingAsync(() => PrepareAsync(cancellationToken), cancellationToken);
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

        // Before anything is planned by it.
        await databaseClock.MeasureAsync(cancellationToken);
        var scope = await defaultEnvironment.EnsureAsync(cancellationToken);
        caller.BecomeSystemOf(scope);
        await bootstrapKeys.EnsureAsync(scope, cancellationToken);

        // Before anybody can send a request here: no event of this process may come before its channels.
        await channels.RecordAsync(cancellationToken);
        var family = await sampleData.EnsureAsync(cancellationToken);

        // Last: a start that fails must not leave a process behind that seems to live.
        await processes.BeatAsync(cancellationToken);
        return family;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The keys in {Path} are not encrypted: whoever reads that folder can open what is sealed; Keys__Certificate encrypts the key ring")]
    private static partial void LogPlainKeys(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void LogWarning(ILogger logger, string warning);
}
