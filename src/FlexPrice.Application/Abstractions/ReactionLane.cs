namespace FlexPrice.Application.Abstractions;

/// <summary>Kinds of work that must not take each other's places: each has a number of reactions at once of its own.</summary>
public enum ReactionLane
{
    /// <summary>Work on our own stores, such as erasing and verifying.</summary>
    Upkeep,

    /// <summary>Waiting for a scrub of the storage, which all that wait share.</summary>
    Scrubbing,

    /// <summary>Calls to somebody who may be slow or out of reach.</summary>
    Outgoing,

    /// <summary>Messages for the operator's broker, of which there are none where no broker is configured.</summary>
    Broker,
}
