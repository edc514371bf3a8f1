using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Sample;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Outbox.Channels;
using FlexPrice.Infrastructure.Clock;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Processes;

namespace FlexPrice.Infrastructure.Initialization;

internal sealed class DatabaseInitializer(
    StartWarnings warnings,
    DatabasePreparation preparation,
    DatabaseClock databaseClock,
    OperatorEnvironment environment,
    ChannelRegister channels,
    ISampleData sampleData,
    ProcessRegister processes) : IDatabaseInitializer
{
    public async Task<SampleFamily?> RunAsync(CancellationToken cancellationToken)
    {
        warnings.Log();
        return await preparation.DescribeFailuresAsync(() => PrepareAsync(cancellationToken), cancellationToken);
    }

    private async Task<SampleFamily?> PrepareAsync(CancellationToken cancellationToken)
    {
        // Everything that exists only once is created under the lock: two processes that start on a new database would create it twice.
        await using var startLock = await preparation.EnterForStartAsync(cancellationToken);

        // Before anything is scheduled by it.
        await databaseClock.MeasureAsync(cancellationToken);
        await environment.EnsureAsync(cancellationToken);

        // Before a request can arrive here: no event of this process may precede its channels.
        await channels.RecordAsync(cancellationToken);
        var family = await sampleData.EnsureAsync(cancellationToken);

        // Last: a failed start must not leave a row of a process that seems to run.
        await processes.HeartbeatAsync(cancellationToken);
        return family;
    }
}
