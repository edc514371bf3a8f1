using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Retention;

/// <summary>The id of a legal hold: <c>hold_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct LegalHoldId(string Value) : ITypedId<LegalHoldId>
{
    /// <inheritdoc />
    public static string Prefix => "hold";

    /// <inheritdoc />
    public static LegalHoldId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
