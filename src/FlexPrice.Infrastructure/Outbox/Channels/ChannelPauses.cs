using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Outbox.Channels;

/// <summary>
/// Pauses lanes whose rows all wait for channels that this process does not have. It would not claim them anyway, and scanning all waiting rows at every commit would cost more than the commit.
/// </summary>
internal sealed class ChannelPauses(ReactionCatalogue reactions, FlexPriceSettings settings, LanePauses pauses)
{
    /// <summary>Lets them rest, or no longer.</summary>
    /// <param name="used">The channels that are used.</param>
    public void Set(IReadOnlyCollection<string> used)
    {
        var missing = settings.Channels.Where(channel => channel.IsMissing).ToDictionary(channel => channel.Name, channel => channel.IsNotServed || used.Contains(channel.Name), StringComparer.Ordinal);
        foreach (var lane in reactions.All.GroupBy(reaction => reaction.Lane).Where(lane => lane.All(reaction => missing.ContainsKey(reaction.Line))))
        {
            pauses.Set(lane.Key, lane.All(reaction => missing[reaction.Line]));
        }
    }
}
