namespace FlexPrice.Infrastructure.Outbox.Channels;

/// <summary>Whether what one reaction says goes to anybody. Said by the database when the row was claimed.</summary>
internal sealed class ChannelScope
{
    /// <summary>Whether the channel is not used: the reaction runs, and nobody hears of it.</summary>
    public bool IsUnused { get; set; }
}
