using System.Collections.Concurrent;
using FlexPrice.Application.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Takes due rows of the outbox and runs their reactions, several at once, at least once each.</summary>
internal sealed partial class OutboxWorker(
    IServiceScopeFactory scopes,
    OutboxHandler handler,
    OutboxSignal signal,
    IFailpoints failpoints,
    ILogger<OutboxWorker> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<long, OutboxMessage> _running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TakeOverAsync(stoppingToken);
        var tasks = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = await ClaimAsync(OutboxOptions.Concurrency - _running.Count, stoppingToken);
                tasks.RemoveAll(task => task.IsCompleted);
                tasks.AddRange(claimed.Select(message => RunAsync(message, stoppingToken)));
                if (claimed.Count == 0)
                {
                    await signal.WaitAsync(OutboxOptions.Pause, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                LogClaimFailed(logger, failure.GetType().Name);
                await Task.Delay(OutboxOptions.Pause, CancellationToken.None);
            }
        }

        await Task.WhenAll(tasks);
    }

    private async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OutboxQueue>().TakeOverAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            // The leases end by themselves.
            LogClaimFailed(logger, failure.GetType().Name);
        }
    }

    private async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        if (limit == 0)
        {
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        var claimed = await scope.ServiceProvider.GetRequiredService<OutboxQueue>().ClaimAsync(limit, _running.Keys, cancellationToken);
        if (claimed.Count > 0)
        {
            await ReachClaimedAsync(claimed, cancellationToken);
        }

        return claimed;
    }

    private async Task ReachClaimedAsync(IReadOnlyList<OutboxMessage> claimed, CancellationToken cancellationToken)
    {
        try
        {
            await failpoints.ReachAsync(Failpoint.OutboxClaimed, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            foreach (var message in claimed)
            {
                await handler.ReleaseAsync(message);
            }

            throw;
        }
    }

    private async Task RunAsync(OutboxMessage message, CancellationToken stoppingToken)
    {
        _running[message.Sequence] = message;

        // The loop must not wait for the part of a reaction that runs before its first await.
        await Task.Yield();
        await handler.HandleAsync(message, stoppingToken);
        _running.TryRemove(message.Sequence, out _);
        signal.Ring();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read: {Failure}")]
    private static partial void LogClaimFailed(ILogger logger, string failure);
}
