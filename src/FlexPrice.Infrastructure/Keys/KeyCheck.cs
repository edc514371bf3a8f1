using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Keys;

/// <summary>A value made under a key when this database began to use it. A process that produces or opens the same value has the same key.</summary>
internal sealed class KeyCheck
{
    [NotPersonal("The name of a key of ours.")]
    public string Name { get; init; } = "";

    [NotPersonal("A fixed text under a key of ours.")]
    public string Value { get; init; } = "";
}
