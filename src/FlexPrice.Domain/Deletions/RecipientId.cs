using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions;

/// <summary>The id of a recipient: <c>rcpt_</c> and the ULID of what it was before the deletion.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct RecipientId(string Value) : ITypedId<RecipientId>
{
    /// <inheritdoc />
    public static string Prefix => "rcpt";

    /// <inheritdoc />
    public static RecipientId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
