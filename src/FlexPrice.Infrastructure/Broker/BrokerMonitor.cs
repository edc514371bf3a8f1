using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Infrastructure.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>
/// Keeps the connection open and what messages need declared, from the start and also while nothing is to be sent, and measures both.
/// Pauses the lane while the broker cannot be used, and makes the failed messages due when it can.
/// </summary>
internal sealed partial class BrokerMonitor(BrokerConnection connection, IServiceScopeFactory scopes, LanePauses pauses, TimeProvider clock, ILogger<BrokerMonitor> logger) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private int _beginnings;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await connection.CloseAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The connection logs its own failures once; this logs all others.
                if (failure is not BrokerUnavailableException)
                {
                    LogFailed(logger, failure.GetType().Name);
                }
            }

            var isUsable = connection.IsUsable;
            pauses.Set(ReactionLane.Broker, !isUsable);
            FlexPriceTelemetry.BrokerConnected.Record(isUsable ? 1 : 0);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var channel = await connection.OpenAsync(cancellationToken);
        FlexPriceTelemetry.BrokerUnrouted.Record(await BrokerTopology.DeclareAsync(channel, cancellationToken));
        var beginnings = connection.OpenedCount;
        if (beginnings != _beginnings)
        {
            await MakeDueNowAsync(cancellationToken);
            _beginnings = beginnings;
        }
    }

    private async Task MakeDueNowAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OutboxQueue>().MakeDueNowAsync(ReactionLane.Broker, nameof(BrokerUnavailableException), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker could not be looked after: {Failure}")]
    private static partial void LogFailed(ILogger logger, string failure);
}
