using FlexPrice.Application.Deletions.ForgetExpiredFences;
using FlexPrice.Infrastructure.Scheduling;
using Quartz;

namespace FlexPrice.Infrastructure.Deletions;

/// <summary>Removes the expired fences of every environment.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetExpiredFencesJob(EnvironmentSweep sweep) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await sweep.RunAsync(new ForgetExpiredFencesCommand(ForgetExpiredFencesCommand.MaximumLimit), ForgetExpiredFencesCommand.MaximumLimit, cancellationToken);
}
