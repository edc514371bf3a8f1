using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Subscriptions.EndDueSubscriptions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FlexPrice.Infrastructure.Subscriptions;

/// <summary>Ends due subscriptions of every environment, as the system, batch by batch.</summary>
[DisallowConcurrentExecution]
internal sealed class EndDueSubscriptionsJob(IServiceScopeFactory scopes) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var environment in await EnvironmentsAsync(cancellationToken))
        {
            while (await EndBatchAsync(environment, cancellationToken) == EndDueSubscriptionsCommand.MaximumLimit)
            {
                // A full batch: there may be more.
            }
        }
    }

    private async Task<IReadOnlyList<EnvironmentScope>> EnvironmentsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Environments
            .Select(environment => new EnvironmentScope(environment.TenantId, environment.Id))
            .ToListAsync(cancellationToken);
    }

    private async Task<int> EndBatchAsync(EnvironmentScope environment, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICallerSetter>().Become(environment, "", [Role.SuperAdmin], TenantStatus.Active, idempotencyKey: null);
        var ended = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EndDueSubscriptionsCommand(EndDueSubscriptionsCommand.MaximumLimit), cancellationToken);
        return ended.Error is { } error ? throw new InvalidOperationException($"Due subscriptions could not be ended: {error.Code}.") : ended.Value;
    }
}
