using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Scheduling;

/// <summary>Timed work: runs a command in every environment, as the system, batch by batch until a batch is not full.</summary>
internal sealed partial class EnvironmentSweep(IServiceScopeFactory scopes, IDispatcher attempts, ILogger<EnvironmentSweep> logger)
{
    /// <summary>Runs the command. If it fails in one environment, the others still run; at the end the sweep fails.</summary>
    /// <param name="command">What to do; it answers how many things it dealt with.</param>
    /// <param name="fullBatch">The answer after which there may be more.</param>
    /// <param name="cancellationToken">Ends the work between two batches.</param>
    public async Task RunAsync(ICommand<Result<int>> command, int fullBatch, CancellationToken cancellationToken)
    {
        var failed = 0;
        var environments = await EnvironmentsAsync(cancellationToken);
        foreach (var environment in environments)
        {
            failed += await TryAsync(environment, command, fullBatch, cancellationToken) ? 0 : 1;
        }

        if (failed > 0)
        {
            throw new InvalidOperationException($"{command.GetType().Name} failed in {failed} of {environments.Count} environments.");
        }
    }

    private async Task<bool> TryAsync(EnvironmentScope environment, ICommand<Result<int>> command, int fullBatch, CancellationToken cancellationToken)
    {
        try
        {
            while (await RunBatchAsync(environment, command, cancellationToken) == fullBatch)
            {
                // A full batch: there may be more.
            }

            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The type only: a message may contain personal data.
            LogFailed(logger, command.GetType().Name, environment.EnvironmentId.Value, failure.GetType().Name);
            return false;
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
        var done = await attempts.ExecuteAsync(Caller.SystemOf(environment), command, cancellationToken);
        return done.Error is { } error ? throw new InvalidOperationException($"{command.GetType().Name} was refused: {error.Code}.") : done.Value;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Command} failed in environment {EnvironmentId}: {Failure}")]
    private static partial void LogFailed(ILogger logger, string command, string environmentId, string failure);
}
