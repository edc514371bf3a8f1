using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Integrations;

/// <summary>The id of an integration mapping: <c>eim_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct IntegrationMappingId(string Value) : ITypedId<IntegrationMappingId>
{
    /// <inheritdoc />
    public static string Prefix => "eim";

    /// <inheritdoc />
    public static IntegrationMappingId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
