namespace FlexPrice.Domain.Primitives;

/// <summary>Says how the members of an enum are written. Without it, the wire and the databases both say <see cref="NameStyle.Snake"/>.</summary>
/// <param name="wire">In requests, responses and errors.</param>
/// <param name="stored">In the databases. Changing it makes the rows of today unreadable.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class EnumNamesAttribute(NameStyle wire, NameStyle stored) : Attribute
{
    /// <summary>In requests, responses and errors.</summary>
    public NameStyle Wire => wire;

    /// <summary>In the databases.</summary>
    public NameStyle Stored => stored;
}
