using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Processes;

/// <summary>A process that works on the database, for the others to see. Written by statements only, with the database's clock.</summary>
internal sealed class ServerProcess
{
    /// <summary>Made up at its start.</summary>
    [NotPersonal("A random number.")]
    public string Id { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Its last sign of life.</summary>
    public DateTimeOffset LastSeenAt { get; init; }

    [NotPersonal("The version of the program.")]
    public string Version { get; init; } = "";

    /// <summary>The channels for which it reacts.</summary>
    [NotPersonal("The product's own names.")]
    public string Serves { get; init; } = "";

    /// <summary>A keyed hash of each setting in which all must agree, as JSON.</summary>
    [NotPersonal("Keyed hashes of the operator's settings.")]
    public string Fingerprints { get; init; } = "";
}
