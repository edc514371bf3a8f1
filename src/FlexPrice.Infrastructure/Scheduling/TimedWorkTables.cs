using FlexPrice.Infrastructure.Clock;
using Quartz;

namespace FlexPrice.Infrastructure.Scheduling;

/// <summary>The tables in which processes keep the plan of their timed work.</summary>
internal sealed class TimedWorkTables(ISchedulerFactory schedulers, DatabaseClock clock)
{
    /// <summary>Makes what is missing of them.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        // The first plan is made with them.
        await clock.MeasureAsync(cancellationToken);

        // A scheduler creates its tables when it is created; it need not start.
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.Shutdown(waitForJobsToComplete: false, cancellationToken);
    }
}
