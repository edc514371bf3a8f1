using FlexPrice.Infrastructure.Outbox.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Processes;

/// <summary>Writes heartbeats; logs once per change when the processes' settings differ; discards waiting rows of channels that this process turns off; pauses lanes whose channels it does not have.</summary>
internal sealed partial class ProcessMonitor(IServiceScopeFactory scopes, ChannelPauses pauses, TimeProvider clock, ILogger<ProcessMonitor> logger) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private string _known = "";

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ProcessRegister>().DeregisterAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            // It is taken for dead a little later.
            LogFailed(logger, failure.GetType().Name);
        }
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
                LogFailed(logger, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProcessRegister>().HeartbeatAsync(cancellationToken);
        var channels = scope.ServiceProvider.GetRequiredService<ChannelRegister>();
        await channels.DiscardUnusedAsync(cancellationToken);
        pauses.Set(await channels.NamesAsync(cancellationToken));
        Report(string.Join(' ', await scope.ServiceProvider.GetRequiredService<ProcessFindings>().FindAsync(cancellationToken)));
    }

    private void Report(string findings)
    {
        if (findings == _known)
        {
            return;
        }

        _known = findings;
        if (findings.Length == 0)
        {
            LogAgreed(logger);
        }
        else
        {
            LogFindings(logger, findings);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Findings}")]
    private static partial void LogFindings(ILogger logger, string findings);

    [LoggerMessage(Level = LogLevel.Information, Message = "The processes on this database fit together again")]
    private static partial void LogAgreed(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other processes on this database could not be looked at: {Failure}")]
    private static partial void LogFailed(ILogger logger, string failure);
}
