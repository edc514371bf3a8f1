using System.Collections.Concurrent;
using FlexPrice.Application.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Takes due rows of one lane and runs their reactions, several at once, at least once each.</summary>
internal sealed partial class OutboxLane(
    ReactionLane lane,
    IServiceScopeFactory scopes,
    OutboxHandler handler,
    OutboxSignal signal,
    LanePauses pauses,
    IFailpoints failpoints,
    ILogger<OutboxLane> logger)
{
    private readonly ConcurrentDictionary<long, OutboxMessage> _running = [];

    /// <summary>Runs until it is stopped, then releases its rows.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        var tasks = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = await ClaimAsync(OutboxOptions.ConcurrencyOf(lane) - _running.Count, stoppingToken);
                tasks.RemoveAll(task => task.IsCompleted);
                tasks.AddRange(claimed.Select(message => HandleAsync(message, stoppingToken)));
                if (claimed.Count == 0)
                {
                    await signal.WaitAsync(lane, OutboxOptions.Pause, stoppingToken);
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

    private async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        if (limit == 0 || pauses.IsPaused(lane))
        {
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        var claimed = await scope.ServiceProvider.GetRequiredService<OutboxQueue>().ClaimAsync(lane, limit, _running.Keys, cancellationToken);
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

    private async Task HandleAsync(OutboxMessage message, CancellationToken stoppingToken)
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
