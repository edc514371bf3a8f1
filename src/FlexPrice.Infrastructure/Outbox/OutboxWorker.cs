using FlexPrice.Application.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Runs all lanes of the outbox, each with its own slots, so that slow external calls do not block internal work.</summary>
internal sealed partial class OutboxWorker(IServiceProvider services, IServiceScopeFactory scopes, ILogger<OutboxWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ReleaseLeasesOfFormerProcessAsync(stoppingToken);
        await Task.WhenAll(Enum.GetValues<ReactionLane>().Select(lane => ActivatorUtilities.CreateInstance<OutboxLane>(services, lane).RunAsync(stoppingToken)));
    }

    private async Task ReleaseLeasesOfFormerProcessAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OutboxQueue>().ReleaseLeasesOfFormerProcessAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            // The leases end by themselves.
            LogTakeOverFailed(logger, failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What an earlier process left claimed could not be taken over and waits for its leases to end: {Failure}")]
    private static partial void LogTakeOverFailed(ILogger logger, string failure);
}
