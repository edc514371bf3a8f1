using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Usage;

/// <summary>The id under which a person's usage events are stored: <c>subj_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct UsageSubjectId(string Value) : ITypedId<UsageSubjectId>
{
    /// <inheritdoc />
    public static string Prefix => "subj";

    /// <inheritdoc />
    public static UsageSubjectId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
