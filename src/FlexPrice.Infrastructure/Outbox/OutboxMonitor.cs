using FlexPrice.Application.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Measures the outbox regularly.</summary>
internal sealed partial class OutboxMonitor(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxMonitor> logger) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var state = await scope.ServiceProvider.GetRequiredService<OutboxInspection>().InspectAsync(cancellationToken);
        FlexPriceTelemetry.OutboxDepth.Record(state.Depth);
        FlexPriceTelemetry.OutboxOldestAge.Record(state.OldestAge.TotalSeconds);
        FlexPriceTelemetry.OutboxGivenUp.Record(state.GivenUp);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be measured: {Failure}")]
    private static partial void LogFailed(ILogger logger, string failure);
}
