namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The operator's choice for a channel in one process.</summary>
internal enum ChannelChoice
{
    /// <summary>Nothing: whether the channel is used is for the database to say.</summary>
    Unset,

    /// <summary>Use it, from now on and whichever process an event comes to.</summary>
    Used,

    /// <summary>Give it up, also for the processes that say nothing.</summary>
    None,
}
