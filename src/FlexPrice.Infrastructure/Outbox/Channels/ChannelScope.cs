namespace FlexPrice.Infrastructure.Outbox.Channels;

/// <summary>Whether a reaction's announcement has a receiver. The claim reads it from the database.</summary>
internal sealed class ChannelScope
{
    /// <summary>Whether the channel is not in use: the reaction runs and announces nothing.</summary>
    public bool IsUnused { get; set; }
}
