using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.EdgePlural;

/// <summary>The id of one of the edge plurals: <c>edge_prefix_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct EdgeEntityId(string Value) : ITypedId<EdgeEntityId>
{
    /// <inheritdoc />
    public static string Prefix => "edge_prefix";

    /// <inheritdoc />
    public static EdgeEntityId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
