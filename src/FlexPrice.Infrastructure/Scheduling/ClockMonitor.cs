using FlexPrice.Application.Telemetry;
using FlexPrice.Infrastructure.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Scheduling;

/// <summary>Compares the machine's clock with the database's regularly, and keeps the process from the timed work while it is off.</summary>
internal sealed partial class ClockMonitor(DatabaseClock database, TimedWork timedWork, TimeProvider clock, ILogger<ClockMonitor> logger) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private bool _saidOff;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Compares once.</summary>
    internal async Task CheckAsync(CancellationToken cancellationToken)
    {
        var difference = await database.MeasureAsync(cancellationToken);
        FlexPriceTelemetry.ClockDifference.Record(difference.Ahead.TotalSeconds);
        if (database.Differs != _saidOff)
        {
            _saidOff = database.Differs;
            if (_saidOff)
            {
                LogClockDiffers(logger, difference);
            }
            else
            {
                LogClockAgrees(logger, difference);
            }
        }

        await timedWork.SetParticipationAsync(database.Agrees, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock of this machine is {Difference}: set the one that is wrong; until then this process takes no timed work")]
    private static partial void LogClockDiffers(ILogger logger, ClockDifference difference);

    [LoggerMessage(Level = LogLevel.Information, Message = "The clock of this machine is right again, {Difference}, and it takes timed work")]
    private static partial void LogClockAgrees(ILogger logger, ClockDifference difference);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock could not be compared with the database's, or the timed work not be looked after: {Failure}")]
    private static partial void LogFailed(ILogger logger, string failure);
}
