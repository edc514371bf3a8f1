using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Infrastructure.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>
/// Keeps the connection open and what messages need declared, from the start and also while nothing is to be sent, measures both,
/// and has the messages that waited for the broker tried as soon as it is back.
/// </summary>
internal sealed partial class BrokerMonitor(BrokerConnection connection, IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider clock, ILogger<BrokerMonitor> logger) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private int _openings;

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
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The connection says why it cannot be opened, once; what else can fail here, it does not know.
                if (failure is not BrokerUnavailableException)
                {
                    LogFailed(logger, failure.GetType().Name);
                }
            }

            FlexPriceTelemetry.BrokerConnected.Record(connection.IsOpen ? 1 : 0);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var channel = await connection.OpenAsync(cancellationToken);
        FlexPriceTelemetry.BrokerUnrouted.Record(await BrokerTopology.DeclareAsync(channel, cancellationToken));
        var openings = connection.Openings;
        if (openings != _openings)
        {
            await HastenAsync(cancellationToken);
            _openings = openings;
        }
    }

    private async Task HastenAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OutboxQueue>().HastenAsync(ReactionLane.Broker, nameof(BrokerUnavailableException), cancellationToken);
        signal.Ring();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker could not be looked after: {Failure}")]
    private static partial void LogFailed(ILogger logger, string failure);
}
