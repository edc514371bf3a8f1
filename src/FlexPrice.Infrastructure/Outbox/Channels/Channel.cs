using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Outbox.Channels;

/// <summary>A channel that is used: every event is told over it, whichever process it comes to, until the operator gives the channel up.</summary>
internal sealed class Channel
{
    /// <summary>The stable name: the line of its reactions.</summary>
    [NotPersonal("One of the product's own names.")]
    public string Name { get; init; } = "";

    /// <summary>When a process first had it.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}
