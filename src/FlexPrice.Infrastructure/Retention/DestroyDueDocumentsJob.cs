using FlexPrice.Application.Retention.DestroyDueDocuments;
using FlexPrice.Infrastructure.Scheduling;
using Quartz;

namespace FlexPrice.Infrastructure.Retention;

/// <summary>Destroys the documents whose retention has ended, in every environment.</summary>
[DisallowConcurrentExecution]
internal sealed class DestroyDueDocumentsJob(EnvironmentSweep sweep) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await sweep.RunAsync(new DestroyDueDocumentsCommand(DestroyDueDocumentsCommand.MaximumLimit), DestroyDueDocumentsCommand.MaximumLimit, cancellationToken);
}
