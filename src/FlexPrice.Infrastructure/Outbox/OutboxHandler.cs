using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Runs the reaction of one claimed row under its lease and settles the row or gives it back.</summary>
internal sealed partial class OutboxHandler(
    IServiceScopeFactory scopes,
    ReactionRunner runner,
    IFailpoints failpoints,
    FlexPriceSettings settings,
    TimeProvider clock,
    ILogger<OutboxHandler> logger)
{
    private readonly LeaseKeeper _lease = new(settings.OutboxLease, clock);

    /// <summary>Handles a row; never throws.</summary>
    /// <param name="message">The claimed row.</param>
    /// <param name="stoppingToken">Ends the reaction.</param>
    public async Task HandleAsync(OutboxMessage message, CancellationToken stoppingToken)
    {
        using var activity = FlexPriceTelemetry.Activities.StartActivity(message.Reaction);
        try
        {
            if (await ReactAsync(message, stoppingToken))
            {
                await failpoints.ReachAsync(Failpoint.ReactionDone, CancellationToken.None);
                await SettleAsync(message);
                await failpoints.ReachAsync(Failpoint.OutboxSettled, CancellationToken.None);
            }
        }
        catch (Exception failure)
        {
            // The row stays claimed until its lease ends, then it is tried again.
            LogSettleFailed(logger, message.Reaction, message.MessageId, failure.GetType().Name);
        }
    }

    /// <summary>Gives a claimed row back that was not tried, or not to the end.</summary>
    /// <param name="message">The row.</param>
    public async Task ReleaseAsync(OutboxMessage message)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OutboxQueue>().ReleaseAsync(message, CancellationToken.None);
    }

    private async Task<bool> ReactAsync(OutboxMessage message, CancellationToken stoppingToken)
    {
        try
        {
            await _lease.RunAsync(
                token => runner.RunAsync(message, token),
                token => RenewAsync(message, token),
                failure => LogRenewalFailed(logger, message.Reaction, message.MessageId, failure.GetType().Name),
                stoppingToken);
            return true;
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            await ReleaseAsync(message);
            return false;
        }
        catch (Exception failure)
        {
            var error = failure.GetType().Name;
            FlexPriceTelemetry.Reactions.Add(1, new("reaction", message.Reaction), new("outcome", "failure"));
            LogReactionFailed(logger, message.Reaction, message.MessageId, message.Attempts + 1, error);
            await RetryLaterAsync(message, failure);
            return false;
        }
    }

    private async Task<bool> RenewAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var held = await scope.ServiceProvider.GetRequiredService<OutboxQueue>().RenewAsync(message, cancellationToken);
        if (!held)
        {
            ReportLostLease(message);
        }

        return held;
    }

    private async Task SettleAsync(OutboxMessage message)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<OutboxQueue>().SettleAsync(message, CancellationToken.None))
        {
            FlexPriceTelemetry.Reactions.Add(1, new("reaction", message.Reaction), new("outcome", "success"));
        }
        else
        {
            ReportLostLease(message);
        }
    }

    private async Task RetryLaterAsync(OutboxMessage message, Exception failure)
    {
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<OutboxQueue>();
        if (await queue.RetryLaterAsync(message, failure.GetType().Name, (failure as IHasRetryAfter)?.RetryAfter, Jitter(), CancellationToken.None))
        {
            LogGivenUp(logger, message.Reaction, message.MessageId, message.Attempts + 1);
        }
    }

    private void ReportLostLease(OutboxMessage message)
    {
        FlexPriceTelemetry.LeasesLost.Add(1, new KeyValuePair<string, object?>("reaction", message.Reaction));
        LogLeaseLost(logger, message.Reaction, message.MessageId);
    }

    private static double Jitter() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(1000) / 1000d;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reaction {Reaction} of message {MessageId} failed at attempt {Attempt}: {Failure}")]
    private static partial void LogReactionFailed(ILogger logger, string reaction, string messageId, int attempt, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reaction {Reaction} of message {MessageId} counts as given up after {Attempts} attempts; it is tried again every hour")]
    private static partial void LogGivenUp(ILogger logger, string reaction, string messageId, int attempts);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of reaction {Reaction} of message {MessageId} could not be renewed yet: {Failure}")]
    private static partial void LogRenewalFailed(ILogger logger, string reaction, string messageId, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of reaction {Reaction} of message {MessageId} was lost")]
    private static partial void LogLeaseLost(ILogger logger, string reaction, string messageId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reaction {Reaction} of message {MessageId} could not be settled: {Failure}")]
    private static partial void LogSettleFailed(ILogger logger, string reaction, string messageId, string failure);
}
