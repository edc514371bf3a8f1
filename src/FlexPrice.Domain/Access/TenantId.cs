using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Access;

/// <summary>The id of a tenant: <c>tenant_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct TenantId(string Value) : ITypedId<TenantId>
{
    /// <inheritdoc />
    public static string Prefix => "tenant";

    /// <inheritdoc />
    public static TenantId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
