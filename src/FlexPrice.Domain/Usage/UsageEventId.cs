using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Usage;

/// <summary>The id of a usage event: <c>event_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct UsageEventId(string Value) : ITypedId<UsageEventId>
{
    /// <inheritdoc />
    public static string Prefix => "event";

    /// <inheritdoc />
    public static UsageEventId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
