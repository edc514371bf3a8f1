using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Usage;

/// <summary>Why something cannot be done with usage events.</summary>
public static class UsageErrors
{
    /// <summary>No such event in this environment.</summary>
    /// <param name="id">What the request named.</param>
    public static Error EventNotFound(string id) =>
        new Error(ErrorKind.NotFound, $"Event with ID {Error.Echo(id)} was not found").With("event_id", Error.Echo(id));
}
