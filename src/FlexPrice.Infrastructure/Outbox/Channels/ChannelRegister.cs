using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Outbox.Channels;

/// <summary>The channels in use, as recorded in the database.</summary>
internal sealed partial class ChannelRegister(FlexPriceDbContext context, IWriterGate gate, FlexPriceSettings settings, TimeProvider clock, ILogger<ChannelRegister> logger)
{
    // No statement locks a whole table because it locks many rows.
    internal const int LargestBatch = 1000;

    /// <summary>Records the channels of this process and removes those that its settings turn off. Only at a start, by one process at a time.</summary>
    public async Task RecordAsync(CancellationToken cancellationToken)
    {
        var used = await context.Set<Channel>().ToDictionaryAsync(channel => channel.Name, cancellationToken);
        foreach (var setting in settings.Channels)
        {
            await RecordAsync(setting, used.GetValueOrDefault(setting.Name), cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await DiscardUnusedAsync(cancellationToken);
    }

    /// <summary>
    /// Discards the rows of channels that this process turns off and that are not in use. Runs repeatedly: a transaction that had read the channel may have committed after it was removed.
    /// If a reaction must do more than announce, a worker runs it without the channel instead.
    /// </summary>
    public async Task DiscardUnusedAsync(CancellationToken cancellationToken)
    {
        foreach (var name in settings.Channels.Where(channel => channel is { Choice: ChannelChoice.None, RunsForNobody: false }).Select(channel => channel.Name))
        {
            var unwanted = context.Set<OutboxMessage>().IgnoreQueryFilters().Where(message => message.Line == name && !context.Set<Channel>().Any(channel => channel.Name == name));
            var dropped = 0;
            while (await unwanted.AnyAsync(cancellationToken) && await gate.EnterAsync(cancellationToken) is { } turn)
            {
                using (turn)
                {
                    dropped += await unwanted.OrderBy(message => message.Sequence).Take(LargestBatch).ExecuteDeleteAsync(cancellationToken);
                }
            }

            if (dropped > 0)
            {
                LogDropped(logger, dropped, name);
            }
        }
    }

    /// <summary>The names of those that are used.</summary>
    public Task<List<string>> NamesAsync(CancellationToken cancellationToken) => context.Set<Channel>().Select(channel => channel.Name).ToListAsync(cancellationToken);

    private async Task RecordAsync(ChannelSetting setting, Channel? used, CancellationToken cancellationToken)
    {
        switch (setting.Choice)
        {
            case ChannelChoice.Used when used is null:
                context.Set<Channel>().Add(new Channel { Name = setting.Name, RecordedAt = clock.GetUtcNow() });
                LogRecorded(logger, setting.Name, setting.Setting);
                break;
            case ChannelChoice.None when used is not null:
                context.Set<Channel>().Remove(used);
                LogGivenUp(logger, setting.Name, setting.Setting, await WaitingAsync(setting.Name, cancellationToken));
                break;
        }
    }

    private Task<long> WaitingAsync(string name, CancellationToken cancellationToken) =>
        context.Set<OutboxMessage>().IgnoreQueryFilters().LongCountAsync(message => message.Line == name, cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "Events are told over {Channel} from now on, whichever process they come to, until {Setting} is none at a start")]
    private static partial void LogRecorded(ILogger logger, string channel, string setting);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel} is given up, because {Setting} is none: nobody is told of the {Waiting} events that wait for it, nor of later ones")]
    private static partial void LogGivenUp(ILogger logger, string channel, string setting, long waiting);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dropped {Dropped} events that waited for {Channel}, which is given up")]
    private static partial void LogDropped(ILogger logger, int dropped, string channel);
}
