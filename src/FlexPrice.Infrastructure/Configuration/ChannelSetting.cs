using FlexPrice.Application.Broker;
using FlexPrice.Application.Webhooks;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>A channel that announces events to the operator, as set for this process. Whether it is in use is recorded in the database (<c>channels</c>).</summary>
/// <param name="Name">The stable name: the line of its reactions.</param>
/// <param name="Setting">What the operator sets.</param>
/// <param name="Choice">The operator's choice.</param>
/// <param name="RunsForNobody">Whether its reactions have something to do also where the channel is not used, so that their rows are written in any case.</param>
internal sealed record ChannelSetting(string Name, string Setting, ChannelChoice Choice, bool RunsForNobody)
{
    private const string None = "none";

    /// <summary>Whether this process cannot announce over it.</summary>
    public bool IsMissing => Choice != ChannelChoice.Used;

    /// <summary>Whether this process never runs the channel's rows, even where the channel is not in use.</summary>
    public bool IsNotServed => IsMissing && !RunsForNobody;

    /// <summary>All channels. A deletion counts as announced only when the reaction of the webhooks has recorded it, with or without a receiver.</summary>
    public static IReadOnlyList<ChannelSetting> ReadAll(SettingReader reader) =>
    [
        new(WebhookOrdering.Name, WebhookSettings.UrlSetting, ChoiceOf(reader, WebhookSettings.UrlKey), RunsForNobody: true),
        new(BrokerOrdering.Name, RabbitMqSettings.UriSetting, ChoiceOf(reader, RabbitMqSettings.UriKey), RunsForNobody: false),
    ];

    /// <summary>Where the channel leads; null where it is not used.</summary>
    public static string? Address(SettingReader reader, string key) => reader.Text(key) is { } text && !IsNone(text) ? text : null;

    private static ChannelChoice ChoiceOf(SettingReader reader, string key) =>
        reader.Text(key) is not { } text ? ChannelChoice.Unset : IsNone(text) ? ChannelChoice.None : ChannelChoice.Used;

    private static bool IsNone(string text) => string.Equals(text.Trim(), None, StringComparison.OrdinalIgnoreCase);
}
