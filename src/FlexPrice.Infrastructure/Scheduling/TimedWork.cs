using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Logging;
using Quartz;

namespace FlexPrice.Infrastructure.Scheduling;

/// <summary>This process's part in the timed work.</summary>
internal sealed partial class TimedWork(ISchedulerFactory schedulers, FlexPriceSettings settings, ILogger<TimedWork> logger)
{
    /// <summary>Has the process take part or not, and mends the plan while it does. A process without a worker never takes part.</summary>
    public async Task SetParticipationAsync(bool takesPart, CancellationToken cancellationToken)
    {
        if (!settings.RunsWorker)
        {
            return;
        }

        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (!takesPart)
        {
            if (scheduler.Status == SchedulerStatus.Running)
            {
                await scheduler.Standby(cancellationToken);
            }

            return;
        }

        if (scheduler.Status is SchedulerStatus.Created or SchedulerStatus.Standby)
        {
            await scheduler.Start(cancellationToken);
        }

        if (scheduler.Status == SchedulerStatus.Running)
        {
            await RescheduleOverdueTriggersAsync(scheduler, cancellationToken);
        }
    }

    // A process of an earlier version, which used its machine's clock, may have scheduled jobs too late by the clock's difference.
    private async Task RescheduleOverdueTriggersAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var now = scheduler.TimeProvider.GetUtcNow();
        var keys = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), cancellationToken);
        foreach (var trigger in (await scheduler.GetTriggers(keys, cancellationToken)).OfType<ISimpleTrigger>())
        {
            if (trigger.NextFireTimeUtc - now > trigger.RepeatInterval + SchedulingSetup.StartDelay)
            {
                await scheduler.RescheduleJob(trigger.Key, trigger.GetTriggerBuilder().StartAt(now + SchedulingSetup.StartDelay).Build(), cancellationToken);
                LogRescheduled(logger, trigger.Key.Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Trigger} was planned further ahead than its interval, by a process whose clock was ahead, and was brought forward")]
    private static partial void LogRescheduled(ILogger logger, string trigger);
}
