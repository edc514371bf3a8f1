using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Takes due rows of the outbox and runs their reactions, several at once, at least once each.</summary>
internal sealed partial class OutboxWorker(
    IServiceScopeFactory scopes,
    ReactionRunner runner,
    OutboxSignal signal,
    IFailpoints failpoints,
    FlexPriceSettings settings,
    TimeProvider clock,
    ILogger<OutboxWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var free = new SemaphoreSlim(OutboxOptions.Concurrency);
        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await free.WaitAsync(stoppingToken);
                free.Release();
                var claimed = await ClaimAsync(free.CurrentCount, stoppingToken);
                running.RemoveAll(task => task.IsCompleted);
                foreach (var message in claimed)
                {
                    await free.WaitAsync(stoppingToken);
                    running.Add(HandleAndFreeAsync(message, free, stoppingToken));
                }

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

        await Task.WhenAll(running);
    }

    private async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var claimed = await scope.ServiceProvider.GetRequiredService<OutboxQueue>().ClaimAsync(limit, cancellationToken);
        if (claimed.Count > 0)
        {
            await failpoints.ReachAsync(Failpoint.OutboxClaimed, cancellationToken);
        }

        return claimed;
    }

    private async Task HandleAndFreeAsync(OutboxMessage message, SemaphoreSlim free, CancellationToken stoppingToken)
    {
        // The loop must not wait for the part of a reaction that runs before its first await.
        await Task.Yield();
        try
        {
            await HandleAsync(message, stoppingToken);
        }
        catch (Exception failure)
        {
            // The row stays claimed until its lease ends, then it is tried again.
            LogSettleFailed(logger, message.Reaction, message.MessageId, failure.GetType().Name);
        }
        finally
        {
            free.Release();
            signal.Ring();
        }
    }

    private async Task HandleAsync(OutboxMessage message, CancellationToken stoppingToken)
    {
        using var activity = FlexPriceTelemetry.Activities.StartActivity(message.Reaction);
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<OutboxQueue>();
        try
        {
            await RunWithLeaseAsync(message, stoppingToken);
        }
        catch (Exception failure)
        {
            var stopping = stoppingToken.IsCancellationRequested;
            var error = failure.GetType().Name;
            FlexPriceTelemetry.Reactions.Add(1, new("reaction", message.Reaction), new("outcome", "failure"));
            LogReactionFailed(logger, message.Reaction, message.MessageId, message.Attempts + 1, error);
            if (!stopping && await queue.GiveBackAsync(message, error, Jitter(), CancellationToken.None))
            {
                LogGivenUp(logger, message.Reaction, message.MessageId, message.Attempts + 1);
            }

            return;
        }

        await failpoints.ReachAsync(Failpoint.ReactionDone, CancellationToken.None);
        await queue.SettleAsync(message, CancellationToken.None);
        FlexPriceTelemetry.Reactions.Add(1, new("reaction", message.Reaction), new("outcome", "success"));
        await failpoints.ReachAsync(Failpoint.OutboxSettled, CancellationToken.None);
    }

    // A reaction may take longer than a lease. Losing the lease ends the attempt, so that two workers never run one row for long.
    private async Task RunWithLeaseAsync(OutboxMessage message, CancellationToken stoppingToken)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(message, attempt, done.Token);
        try
        {
            await runner.RunAsync(message, attempt.Token);
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    private async Task RenewAsync(OutboxMessage message, CancellationTokenSource attempt, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(settings.OutboxLease / 3, clock, done);
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<OutboxQueue>().RenewAsync(message, done))
                {
                    LogLeaseLost(logger, message.Reaction, message.MessageId);
                    await attempt.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The reaction has ended.
        }
    }

    private static double Jitter() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(1000) / 1000d;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reaction {Reaction} of message {MessageId} failed at attempt {Attempt}: {Failure}")]
    private static partial void LogReactionFailed(ILogger logger, string reaction, string messageId, int attempt, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reaction {Reaction} of message {MessageId} counts as given up after {Attempts} attempts; it is tried again every hour")]
    private static partial void LogGivenUp(ILogger logger, string reaction, string messageId, int attempts);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of reaction {Reaction} of message {MessageId} was lost")]
    private static partial void LogLeaseLost(ILogger logger, string reaction, string messageId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reaction {Reaction} of message {MessageId} could not be settled: {Failure}")]
    private static partial void LogSettleFailed(ILogger logger, string reaction, string messageId, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read: {Failure}")]
    private static partial void LogClaimFailed(ILogger logger, string failure);
}
