using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>Timed work: runs a command in every environment, as the system, batch by batch until a batch is not full.</summary>
internal sealed class EnvironmentSweep(IServiceScopeFactory scopes)
{
    /// <summary>Runs the command.</summary>
    /// <param name="command">What to do; it answers how many things it dealt with.</param>
    /// <param name="fullBatch">The answer after which there may be more.</param>
    /// <param name="cancellationToken">Ends the work between two batches.</param>
    public async Task RunAsync(ICommand<Result<int>> command, int fullBatch, CancellationToken cancellationToken)
    {
        foreach (var environment in await EnvironmentsAsync(cancellationToken))
        {
            while (await RunBatchAsync(environment, command, cancellationToken) == fullBatch)
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

    private async Task<int> RunBatchAsync(EnvironmentScope environment, ICommand<Result<int>> command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICallerSetter>().Become(environment, "", [Role.SuperAdmin], TenantStatus.Active, idempotencyKey: null);
        var done = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
        return done.Error is { } error ? throw new InvalidOperationException($"{command.GetType().Name} was refused: {error.Code}.") : done.Value;
    }
}
