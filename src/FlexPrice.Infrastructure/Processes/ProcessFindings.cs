using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Outbox.Channels;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Processes;

/// <summary>What is wrong with the processes together. Names of settings only, never values.</summary>
internal sealed class ProcessFindings(ProcessRegister processes, ChannelRegister channels, FlexPriceSettings settings)
{
    /// <summary>Looks; nothing is found where all is well.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellationToken)
    {
        var living = await processes.RunningAsync(cancellationToken);
        var used = await channels.NamesAsync(cancellationToken);
        return [.. Differences(living), .. settings.Channels.Select(channel => FindingOf(channel, used.Contains(channel.Name), living)).OfType<string>()];
    }

    // A process of another version may know other settings; the different version is reported instead.
    private static IEnumerable<string> Differences(IReadOnlyList<RunningProcess> living)
    {
        var differing = living[0].Fingerprints.Keys
            .Where(setting => living.Where(process => process.Fingerprints.ContainsKey(setting)).Select(process => process.Fingerprints[setting]).Distinct(StringComparer.Ordinal).Count() > 1)
            .ToList();
        return differing.Count == 0 ? [] : [$"The {living.Count} processes on this database differ in {string.Join(", ", differing)}: set all of them alike."];
    }

    private static string? FindingOf(ChannelSetting channel, bool isUsed, IReadOnlyList<RunningProcess> living) => (isUsed, channel.Choice) switch
    {
        (true, _) when !living.Any(process => process.Serves.Contains(channel.Name)) =>
            $"Events wait for {channel.Name}: no process that reacts has {channel.Setting}. Set it, or set it to none to drop what waits.",
        (false, ChannelChoice.Used) =>
            $"Nobody is told over {channel.Name}: a process that was started with {channel.Setting}=none gave it up. Start this process again to use it, or remove the setting.",
        _ => null,
    };
}
