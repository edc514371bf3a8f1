using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.AuditLog;

/// <summary>The id of an audit entry: <c>audit_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct AuditEntryId(string Value) : ITypedId<AuditEntryId>
{
    /// <inheritdoc />
    public static string Prefix => "audit";

    /// <inheritdoc />
    public static AuditEntryId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
