using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Access;

/// <summary>The id of an environment: <c>env_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct EnvironmentId(string Value) : ITypedId<EnvironmentId>
{
    /// <inheritdoc />
    public static string Prefix => "env";

    /// <inheritdoc />
    public static EnvironmentId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
