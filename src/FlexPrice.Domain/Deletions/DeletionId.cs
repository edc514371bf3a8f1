using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions;

/// <summary>The id of a deletion: <c>del_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct DeletionId(string Value) : ITypedId<DeletionId>
{
    /// <inheritdoc />
    public static string Prefix => "del";

    /// <inheritdoc />
    public static DeletionId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
