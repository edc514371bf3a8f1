using FlexPrice.Application.Retention.DestroyDueDocuments;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FlexPrice.Infrastructure.Retention;

/// <summary>Destroys the documents of every environment whose retention has ended.</summary>
[DisallowConcurrentExecution]
internal sealed class DestroyDueDocumentsJob(IServiceScopeFactory scopes) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await new EnvironmentSweep(scopes).RunAsync(new DestroyDueDocumentsCommand(DestroyDueDocumentsCommand.MaximumLimit), DestroyDueDocumentsCommand.MaximumLimit, cancellationToken);
}
