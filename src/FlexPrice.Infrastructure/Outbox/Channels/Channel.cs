using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Outbox.Channels;

/// <summary>A channel in use: every event is announced over it, in whichever process it is raised, until the operator turns the channel off.</summary>
internal sealed class Channel
{
    /// <summary>The stable name: the line of its reactions.</summary>
    [NotPersonal("One of the product's own names.")]
    public string Name { get; init; } = "";

    /// <summary>When a process first had it.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}
