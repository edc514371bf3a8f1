using FlexPrice.Application.Subscriptions.EndDueSubscriptions;
using FlexPrice.Infrastructure.Scheduling;
using Quartz;

namespace FlexPrice.Infrastructure.Subscriptions;

/// <summary>Ends due subscriptions of every environment.</summary>
[DisallowConcurrentExecution]
internal sealed class EndDueSubscriptionsJob(EnvironmentSweep sweep) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await sweep.RunAsync(new EndDueSubscriptionsCommand(EndDueSubscriptionsCommand.MaximumLimit), EndDueSubscriptionsCommand.MaximumLimit, cancellationToken);
}
