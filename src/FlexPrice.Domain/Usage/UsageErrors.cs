using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Usage;

/// <summary>Why something cannot be done with usage events.</summary>
public static class UsageErrors
{
    /// <summary>No such event in this environment.</summary>
    /// <param name="id">What the request named.</param>
    public static Error EventNotFound(string id) =>
        new Error(ErrorKind.NotFound, $"Event with ID {Error.Echo(id)} was not found").With("event_id", Error.Echo(id));

    /// <summary>What an event says about a person does not open: the key ring is not the one under which it was sealed.</summary>
    public static Error EventUnreadable() =>
        new Error(ErrorKind.InvalidOperation, "A sealed usage event cannot be opened")
            .With("fix", "The key ring of this installation does not hold the key under which it was sealed. Restore the folder of Keys__Path from its backup; nothing is lost as long as that exists.");
}
