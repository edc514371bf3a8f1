using FlexPrice.Application.Deletions.ForgetExpiredFences;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FlexPrice.Infrastructure.Deletions;

/// <summary>Removes the expired fences of every environment.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetExpiredFencesJob(IServiceScopeFactory scopes) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await new EnvironmentSweep(scopes).RunAsync(new ForgetExpiredFencesCommand(ForgetExpiredFencesCommand.MaximumLimit), ForgetExpiredFencesCommand.MaximumLimit, cancellationToken);
}
