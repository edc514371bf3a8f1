namespace FlexPrice.Application.Abstractions;

/// <summary>Kinds of work that must not block each other: each has its own number of concurrent reactions.</summary>
public enum ReactionLane
{
    /// <summary>Work on our own stores, such as erasing and verifying.</summary>
    Upkeep,

    /// <summary>Waiting for a scrub of the storage, which all that wait share.</summary>
    Scrubbing,

    /// <summary>Calls to other machines, which may be slow or unreachable.</summary>
    Outgoing,

    /// <summary>Messages for the operator's broker, of which there are none where no broker is configured.</summary>
    Broker,
}
